import { z } from 'zod'
import { takeRange } from '../../domain/time/take-range.ts'
import type { Grammar, Reading } from '../grammar.ts'
import { managedQuestions } from '../managed-questions.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({
  code: z.string().optional(),
  /** Milliseconds. */
  start: z.number().int().optional(),
  end: z.number().int().optional(),
  /** The start when the question was asked, in milliseconds: another one by then is somebody else's change. */
  was: z.number().int().optional(),
  confirm: z.boolean().optional(),
})
export type RescheduleArgs = z.infer<typeof shape>

/** `改期 A12 周六9:00-12:00`: moves an activity to another time. */
export const rescheduleGrammar: Grammar<RescheduleArgs> = {
  name: 'reschedule',
  words: { 'zh-CN': ['改期', '改时间'], en: ['reschedule'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code) return undefined
    if (code.rest === '') return { args: { code: code.value }, loose: true }
    const time = readTime(code.rest.replace(/^[\s:,]*(?:改到|改为|到|to )?[\s:,]*/i, ''), reading)
    return time ? { args: { code: code.value, ...time } } : { args: { code: code.value }, loose: true }
  },
  questions: { ...managedQuestions, time: { read: readTime } },
  needs: 'leader',
  where: 'anywhere',
}

function readTime(text: string, { now, zone }: Reading): { start: number; end: number } | undefined {
  const range = takeRange(text, { now, zone, toward: 'future' })
  return range?.rest === '' ? { start: range.start, end: range.end } : undefined
}
