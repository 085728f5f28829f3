import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({ code: z.string().optional() })

/** `广播状态 B7`: sent, failed, unknown, waiting. */
export const broadcastStatusGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'broadcast-status',
  words: { 'zh-CN': ['广播状态', '召集状态'], en: ['broadcast-status', 'broadcast status'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'B')
    return code?.rest === '' ? { args: { code: code.value } } : undefined
  },
  questions: {
    code: {
      read(text) {
        const code = takeCode(text, 'B')
        return code?.rest === '' ? { code: code.value } : undefined
      },
    },
  },
  needs: 'leader',
  where: 'anywhere',
}
