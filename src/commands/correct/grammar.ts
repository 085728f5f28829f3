import { z } from 'zod'
import { takeDuration } from '../../domain/time/take-duration.ts'
import type { Grammar } from '../grammar.ts'
import { isQuiet } from '../parse/quiet.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({
  entry: z.string().optional(),
  minutes: z.number().int().min(0).optional(),
  reason: z.string().max(200).optional(),
})
type Args = z.infer<typeof shape>

/** `0小时` and `不算` take everything back. */
const nothing = /^(?:0\s*(?:个?小时|分钟|h|min)|不算|作废|void)(?![\p{L}\p{N}])\s*/iu

/** `更正 H55 2小时 原因`: verified hours that were wrong. */
export const correctGrammar: Grammar<Args> = {
  name: 'correct',
  words: { 'zh-CN': ['更正', '更正时长'], en: ['correct'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const entry = takeCode(rest, 'H')
    if (!entry) return undefined
    const time = takeMinutes(entry.rest)
    if (!time) return entry.rest === '' ? { args: { entry: entry.value }, loose: true } : undefined
    const reason = time.rest.replace(/^[,、:\s]+/, '')
    if (reason.length > 200) return undefined
    const args = { entry: entry.value, minutes: time.minutes, ...(reason && { reason }) }
    return { args, loose: reason === '' }
  },
  questions: {
    entry: {
      read(text) {
        const entry = takeCode(text, 'H')
        return entry?.rest === '' ? { entry: entry.value } : undefined
      },
    },
    minutes: {
      read(text) {
        const time = takeMinutes(text)
        return time?.rest === '' ? { minutes: time.minutes } : undefined
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

function takeMinutes(text: string): { minutes: number; rest: string } | undefined {
  const none = nothing.exec(text)
  return none ? { minutes: 0, rest: text.slice(none[0].length) } : takeDuration(text)
}
