import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { managedQuestions } from '../managed-questions.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({ code: z.string().optional() })
export type RemindArgs = z.infer<typeof shape>

/** `提醒 A12`: asks everybody with a place who has not answered. 提醒大家明天带水 is talk. */
export const remindGrammar: Grammar<RemindArgs> = {
  name: 'remind',
  words: { 'zh-CN': ['提醒'], en: ['remind'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    return code?.rest === '' ? { args: { code: code.value } } : undefined
  },
  questions: { code: managedQuestions.code },
  needs: 'socialWorker',
  where: 'anywhere',
}
