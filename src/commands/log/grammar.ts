import { z } from 'zod'
import { takeDate } from '../../domain/time/take-date.ts'
import { takeDuration } from '../../domain/time/take-duration.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { takeRange } from '../../domain/time/take-range.ts'
import type { Grammar, Reading } from '../grammar.ts'
import { isAsking } from '../parse/asking.ts'
import { codeQuestion } from '../one-activity.ts'
import { takeCode } from '../parse/take.ts'

/** What people put around how long it was: 做了大概3小时左右. */
const around = /^(?:做了|大概|大约|差不多|约|about |around )+|(?:左右|的样子|吧)+[。.]?$/gi

const shape = z.object({
  code: z.string().optional(),
  minutes: z.number().int().positive().optional(),
  /** Milliseconds. */
  start: z.number().int().optional(),
  end: z.number().int().optional(),
  /** The range was said without a day: it stands on the day of acceptance and belongs on the activity's. */
  undated: z.boolean().optional(),
  date: z.string().optional(),
  note: z.string().max(200).optional(),
  /** What was said instead of a time, when it could not be understood. */
  unclear: z.string().max(100).optional(),
})
type Args = z.infer<typeof shape>

/** A number without its unit, or a part of a day: asked back with what it may mean. */
const halfSaid =
  /^(?:\d{1,4}(?:[.:]\d{1,2})?|[一二两三四五六七八九十]{1,2}|[一两三半][整个]?[天日]|一?[整个]?[上下]午|(?:half a|a whole|all) ?day)$/iu

/** `记时 A12 3小时 [日期] [备注]`, `记时 A12 9:00-12:00`: in any order after the code. */
export const logGrammar: Grammar<Args> = {
  name: 'log',
  words: { 'zh-CN': ['记时', '计时', '登记时长', '记时长', '补记时'], en: ['log', 'log hours'] },
  shape,
  read(rest, reading) {
    const code = takeCode(rest, 'A')
    const { time, left } = takeTime(code ? code.rest : rest, reading)
    const known = { ...(code && { code: code.value }), ...time }
    const timed = time.minutes !== undefined || time.start !== undefined
    if (!code && !timed && rest !== '') return undefined
    if (left.length > 200) return undefined
    if (timed) return { args: { ...known, ...(left && { note: left }) }, loose: !code || isAsking(left) }
    return { args: { ...known, ...(left && { unclear: left.slice(0, 100) }) }, loose: true }
  },
  questions: {
    code: codeQuestion,
    minutes: {
      read(said, reading) {
        const text = said.replace(around, '')
        const { time, left } = takeTime(text, reading)
        const timed = time.minutes !== undefined || time.start !== undefined
        if (timed && left === '') return { ...time, unclear: undefined }
        return halfSaid.test(text) ? { unclear: text } : undefined
      },
    },
  },
  forSelf: true,
  needs: 'registered',
  where: 'anywhere',
}

export type Time = Pick<Args, 'minutes' | 'start' | 'end' | 'undated' | 'date'>

/** Reads a range, a duration and a day in whatever order they stand. */
export function takeTime(text: string, { now, zone }: Reading): { time: Time; left: string } {
  const at = { now, zone, toward: 'past' as const }
  const time: Time = {}
  let left = text
  for (;;) {
    left = left.replace(/^[\s,、;]+/, '')
    const range = time.start === undefined && time.minutes === undefined ? takeRange(left, at) : undefined
    const clock =
      !range && time.start === undefined && time.minutes === undefined
        ? takeRange(left, { ...at, date: time.date ?? localDate(now, zone) })
        : undefined
    const duration = time.minutes === undefined && time.start === undefined ? takeDuration(left) : undefined
    const day = time.date === undefined && time.start === undefined ? takeDate(left, at) : undefined
    if (range) Object.assign(time, { start: range.start, end: range.end })
    else if (clock)
      Object.assign(time, { start: clock.start, end: clock.end, ...(!time.date && { undated: true }) })
    else if (duration) time.minutes = duration.minutes
    else if (day) time.date = day.date
    else return { time, left }
    left = (range ?? clock ?? duration ?? day)?.rest ?? ''
  }
}
