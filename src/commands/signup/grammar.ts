import { z } from 'zod'
import { numberQuestion } from '../ask-which.ts'
import type { Grammar } from '../grammar.ts'
import { isAsking } from '../parse/asking.ts'
import { isSurelyName, readPersonName } from '../parse/person-name.ts'
import { takeCodes } from '../parse/take.ts'

const shape = z.object({
  codes: z.array(z.string()).max(5),
  who: z.string().max(40).optional(),
  /** What was said after the codes, when it can be no name: nobody is signed up then. */
  unclear: z.string().max(100).optional(),
})

/** `报名 A12`, `报名A12、A15`; `报名 A12 李秀英` for somebody else. */
export const signupGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'signup',
  words: {
    'zh-CN': ['报名', '我要报名', '我报名', '报名参加', '参加'],
    en: ['signup', 'sign up', 'sign up for'],
  },
  shape,
  read(rest) {
    if (rest === '') return { args: { codes: [] }, loose: true }
    const { value: codes, rest: left } = takeCodes(rest, 'A')
    if (codes.length === 0) return /^\d{1,4}$/.test(rest) ? { args: { codes: [] }, loose: true } : undefined
    if (left === '') return { args: { codes: codes.slice(0, 5) } }
    if (left.length > 100 || isAsking(left)) return undefined
    const who = readPersonName(left)
    if (!who) return { args: { codes: codes.slice(0, 5), unclear: left }, loose: true }
    return { args: { codes: codes.slice(0, 5), who }, loose: !isSurelyName(who) }
  },
  questions: {
    who: numberQuestion,
    codes: {
      read(text) {
        const { value: codes, rest } = takeCodes(text, 'A')
        return codes.length > 0 && rest === '' ? { codes: codes.slice(0, 5) } : undefined
      },
    },
  },
  // Acting for somebody else is written down; one's own sign-ups and reasons are nobody's business.
  audited: ({ codes, who }) => (who && isSurelyName(who) ? { codes, who } : undefined),
  forSelf: true,
  needs: 'registered',
  where: 'anywhere',
}
