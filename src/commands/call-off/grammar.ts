import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { managedQuestions } from '../managed-questions.ts'
import { isAsking } from '../parse/asking.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({
  code: z.string().optional(),
  reason: z.string().min(1).max(200).optional(),
  confirm: z.boolean().optional(),
})
export type CallOffArgs = z.infer<typeof shape>

const fits = (text: string) => text !== '' && text.length <= 200 && !text.includes('\n')

/** `停办 A12 台风`: calls an activity off and tells everybody why. */
export const callOffGrammar: Grammar<CallOffArgs> = {
  name: 'call-off',
  words: { 'zh-CN': ['停办', '停办活动'], en: ['call off', 'call-off'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code) return undefined
    const reason = code.rest.replace(/^[\s,、:;]+/, '')
    if (reason === '') return { args: { code: code.value } }
    return fits(reason) && !isAsking(reason) ? { args: { code: code.value, reason } } : undefined
  },
  questions: {
    ...managedQuestions,
    reason: { free: true, read: (text) => (fits(text) ? { reason: text } : undefined) },
  },
  needs: 'leader',
  where: 'anywhere',
}
