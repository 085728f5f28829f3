import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { isQuiet } from '../parse/quiet.ts'
import { takeCode } from '../parse/take.ts'

/** Longest answer, in characters. */
const longest = 1_000

const shape = z.object({ id: z.string().optional(), text: z.string().max(longest).optional() })
export type AnswerReportArgs = z.infer<typeof shape>

/** `答复 F12 内容`: the answer goes back to whoever said it. */
export const answerReportGrammar: Grammar<AnswerReportArgs> = {
  name: 'answer-report',
  words: { 'zh-CN': ['答复'], en: ['answer'] },
  multiline: true,
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'F')
    const text = code?.rest.replace(/^[\s,:]+/, '') ?? ''
    if (!code || text.length > longest) return undefined
    return text === '' ? { args: { id: code.value }, loose: true } : { args: { id: code.value, text } }
  },
  questions: {
    text: {
      free: true,
      read: (text) => (text.length >= 2 && text.length <= longest && !isQuiet(text) ? { text } : undefined),
    },
  },
  needs: 'socialWorker',
  where: 'anywhere',
  // The words are between two people; the audit keeps that there was an answer.
  audited: ({ id }) => ({ id }),
}
