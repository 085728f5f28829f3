import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { managedQuestions } from '../managed-questions.ts'
import { isAsking } from '../parse/asking.ts'
import { takeCode } from '../parse/take.ts'
import { readChange } from './read-change.ts'

const shape = z.object({
  code: z.string().optional(),
  field: z.enum(['places', 'place', 'title', 'meetAt', 'bring', 'time']).optional(),
  value: z.union([z.string().min(1).max(80), z.number().int().min(1).max(100_000)]).optional(),
})
export type EditArgs = z.infer<typeof shape>

/** `改 A12 人数 15`, `改 A12 集合点 东门`: changes one thing about an activity. */
export const editGrammar: Grammar<EditArgs> = {
  name: 'edit',
  words: { 'zh-CN': ['改', '修改', '修改活动'], en: ['edit'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code) return undefined
    if (code.rest === '') return { args: { code: code.value }, loose: true }
    if (isAsking(code.rest)) return undefined
    const change = readChange(code.rest)
    return change && { args: { code: code.value, ...change } }
  },
  questions: { code: managedQuestions.code, change: { read: (text) => readChange(text) } },
  needs: 'leader',
  where: 'anywhere',
}
