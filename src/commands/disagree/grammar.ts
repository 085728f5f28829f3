import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { isQuiet } from '../parse/quiet.ts'
import { takeCode } from '../parse/take.ts'

/** Longest reason, in characters. */
const longest = 200

const shape = z.object({ code: z.string().optional(), reason: z.string().max(longest).optional() })

/** `不同意 Q3 原因`: whoever asked is told why. */
export const disagreeGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'disagree',
  words: { 'zh-CN': ['不同意', '不批准'], en: ['disagree', 'refuse'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'QHB')
    if (!code || code.rest.length > longest) return undefined
    return { args: { code: code.value, ...(code.rest && { reason: code.rest }) }, loose: code.rest === '' }
  },
  questions: {
    reason: {
      free: true,
      read: (text) =>
        text.length >= 2 && text.length <= longest && !isQuiet(text) ? { reason: text } : undefined,
    },
  },
  needs: 'leader',
  where: 'anywhere',
}
