import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { managedQuestions } from '../managed-questions.ts'
import { isAsking } from '../parse/asking.ts'
import { takeCode } from '../parse/take.ts'

const longest = 200
const shape = z.object({
  code: z.string().optional(),
  reason: z.string().min(1).max(longest).optional(),
})
export type RequestExcuseArgs = z.infer<typeof shape>

const fits = (text: string) => text !== '' && text.length <= longest && !text.includes('\n')

/** `请假 A12 发烧`: gives one's place back with an excuse, which takes the leader's word. */
export const requestExcuseGrammar: Grammar<RequestExcuseArgs> = {
  name: 'request-excuse',
  words: { 'zh-CN': ['请假', '我要请假', '我想请假'], en: ['request-excuse', 'request excuse', 'excuse me'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    const reason = (code?.rest ?? rest).replace(/^[\s,、:;]+/, '')
    if (code && reason === '') return { args: { code: code.value } }
    if (!fits(reason) || isAsking(reason)) return undefined
    return { args: { ...(code && { code: code.value }), reason }, loose: !code }
  },
  questions: {
    code: managedQuestions.code,
    reason: { free: true, read: (text) => (fits(text) ? { reason: text } : undefined) },
  },
  forSelf: true,
  needs: 'registered',
  where: 'anywhere',
}
