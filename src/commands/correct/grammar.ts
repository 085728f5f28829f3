import { z } from 'zod'
import { takeDuration } from '../../domain/time/take-duration.ts'
import type { Grammar } from '../grammar.ts'
import { isQuiet } from '../parse/quiet.ts'
import { takeCode } from '../parse/take.ts'

/** Longest reason, in characters. */
const longest = 200

const shape = z.object({
  entry: z.string().optional(),
  minutes: z.number().int().min(0).optional(),
  reason: z.string().max(longest).optional(),
})
export type CorrectArgs = z.infer<typeof shape>

/** Nothing at all is no duration, and still what a correction may say. */
const none = /^0\s*(?:个?小时|分钟?|h(?:ours?)?|min(?:utes?)?)(?![a-z])/i

function takeMinutes(text: string): { minutes: number; rest: string } | undefined {
  const nothing = none.exec(text)?.[0]
  return nothing === undefined ? takeDuration(text) : { minutes: 0, rest: text.slice(nothing.length) }
}

/** `更正 H55 2小时 原因`: what a verified line should have said. */
export const correctGrammar: Grammar<CorrectArgs> = {
  name: 'correct',
  words: { 'zh-CN': ['更正'], en: ['correct'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const entry = takeCode(rest, 'H')
    if (!entry) return undefined
    if (entry.rest === '') return { args: { entry: entry.value }, loose: true }
    const time = takeMinutes(entry.rest.replace(/^(?:为|成|to )\s*/i, ''))
    if (!time) return undefined
    const reason = time.rest.replace(/^[\s,:;]+/, '')
    if (reason.length > longest) return undefined
    const args = { entry: entry.value, minutes: time.minutes }
    return reason === '' ? { args, loose: true } : { args: { ...args, reason } }
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
        text.length >= 2 && text.length <= longest && !isQuiet(text) ? { reason: text } : undefined,
    },
  },
  needs: 'socialWorker',
  where: 'anywhere',
}
