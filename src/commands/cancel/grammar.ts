import { z } from 'zod'
import { numberQuestion } from '../ask-which.ts'
import type { Grammar } from '../grammar.ts'
import { isAsking } from '../parse/asking.ts'
import { isSurelyName, readPersonName } from '../parse/person-name.ts'
import { takeCodes } from '../parse/take.ts'

const shape = z.object({
  codes: z.array(z.string()).max(5),
  /** Somebody else, when a social worker or leader says it; to a volunteer the same words are a reason. */
  who: z.string().max(40).optional(),
  reason: z.string().max(200).optional(),
  /** The day on which somebody cannot come (`我周六来不了了`), when no code was said. */
  date: z.string().optional(),
})

/** `取消 A12`, `取消报名A12`, `取消 A12 李秀英`. */
export const cancelGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'cancel',
  words: { 'zh-CN': ['取消', '取消报名', '退出报名', '我要取消', '帮我取消'], en: ['cancel'] },
  shape,
  read(rest) {
    if (rest === '') return { args: { codes: [] }, loose: true }
    const { value: codes, rest: left } = takeCodes(rest, 'A')
    if (codes.length === 0 || left.length > 200 || left.includes('\n')) return undefined
    if (left === '') return { args: { codes: codes.slice(0, 5) } }
    if (left.length < 2 || isAsking(left)) return undefined
    const who = readPersonName(left)
    const sure = who !== undefined && isSurelyName(who)
    return { args: { codes: codes.slice(0, 5), ...(who && { who }), reason: left }, loose: !sure }
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
