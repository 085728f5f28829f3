import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { managedQuestions } from '../managed-questions.ts'
import { takeCode } from '../parse/take.ts'

const most = 1_000_000
const shape = z.object({
  code: z.string().optional(),
  served: z.number().int().min(0).max(most).optional(),
  /** The number that was there when the question about a correction was asked. */
  was: z.number().int().optional(),
  confirm: z.boolean().optional(),
})
export type CloseArgs = z.infer<typeof shape>

/** `结项 A12 120人`: how many people an activity has served. */
export const closeGrammar: Grammar<CloseArgs> = {
  name: 'close',
  words: { 'zh-CN': ['结项'], en: ['close'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code) return undefined
    if (code.rest === '') return { args: { code: code.value } }
    const served = readServed(code.rest)
    return served && { args: { code: code.value, ...served } }
  },
  questions: { ...managedQuestions, served: { read: readServed } },
  needs: 'socialWorker',
  where: 'anywhere',
}

function readServed(text: string): { served: number } | undefined {
  const said = /^(?:服务(?:了|对象)?|served)?\s*(\d{1,7}) ?(?:人次|人|位|名|people)?$/i.exec(text)?.[1]
  return said !== undefined && Number(said) <= most ? { served: Number(said) } : undefined
}
