import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { isQuiet } from '../parse/quiet.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({ entry: z.string().optional(), reason: z.string().max(200).optional() })

/** `驳回 H55 原因`: hours that do not count, with the reason. */
export const rejectGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'reject',
  words: { 'zh-CN': ['驳回'], en: ['reject'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const entry = takeCode(rest, 'H')
    if (!entry || entry.rest.length > 200) return undefined
    return {
      args: { entry: entry.value, ...(entry.rest && { reason: entry.rest }) },
      loose: entry.rest === '',
    }
  },
  questions: {
    entry: {
      read(text) {
        const entry = takeCode(text, 'H')
        return entry?.rest === '' ? { entry: entry.value } : undefined
      },
    },
    reason: {
      free: true,
      read: (text) =>
        text.length >= 2 && text.length <= 200 && !isQuiet(text) ? { reason: text } : undefined,
    },
  },
  needs: 'socialWorker',
  where: 'anywhere',
}
