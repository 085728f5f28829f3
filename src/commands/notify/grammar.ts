import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { managedQuestions } from '../managed-questions.ts'
import { takeCode } from '../parse/take.ts'

const longest = 500
const shape = z.object({
  code: z.string().optional(),
  words: z.string().min(1).max(longest).optional(),
  confirm: z.boolean().optional(),
})
export type NotifyArgs = z.infer<typeof shape>

/** `通知 A12 带伞`: says something to everybody who has a place. */
export const notifyGrammar: Grammar<NotifyArgs> = {
  name: 'notify',
  words: { 'zh-CN': ['通知'], en: ['notify'] },
  multiline: true,
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code) return undefined
    const words = code.rest.replace(/^[\s,:]+/, '')
    if (words.length > longest) return undefined
    return words === '' ? { args: { code: code.value }, loose: true } : { args: { code: code.value, words } }
  },
  questions: {
    ...managedQuestions,
    words: { free: true, read: (text) => (text.length <= longest ? { words: text } : undefined) },
  },
  needs: 'leader',
  where: 'anywhere',
}
