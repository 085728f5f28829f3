import { halfDayWord, hourOfDay } from './half-day.ts'
import type { HalfDay } from './half-day.ts'
import { numeral, readNumeral } from './numeral.ts'
import { takeLongest } from './take-longest.ts'
import type { Rule } from './take-longest.ts'

/**
 * A time of day as it was said. `minutes` counts from midnight, up to 1440 and a little more for 晚上12点半.
 * `style` matters to ranges: `colon` is written on the 24-hour clock, `point` is spoken (9点), `letters` is 9am.
 */
export type ClockTime = {
  minutes: number
  hour: number
  half: HalfDay | undefined
  style: 'colon' | 'point' | 'letters'
}

const quarters: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 }
/** 9点多 and 9点左右 are no times, 9时间 is no hour. */
const vague = '(?!多|左右|前|之|以|间|候)'

/** What stands between two clock times. */
export const between = '\\s*(?:-{1,2}|–|—{1,2}|~|〜|到|至|(?:to|until|till)(?![a-z]))\\s*'
const spanStart = new RegExp(
  `^(?:${halfDayWord})?\\s*${numeral}${between}(?:${halfDayWord})?\\s*${numeral}`,
  'iu',
)

const rules: readonly Rule<ClockTime, undefined>[] = [
  {
    pattern: new RegExp(`^(${halfDayWord})?\\s*(\\d{1,2}):(\\d{2})(?![\\d:])${vague}`, 'u'),
    read: ([word, hour, minute]) =>
      clockTime({ word, hour: Number(hour), minute: Number(minute), style: 'colon' }),
  },
  {
    pattern: new RegExp(
      `^(${halfDayWord})?\\s*(${numeral})\\s*[点时](半|一刻|三刻|钟|整)?(?![\\d二三四五六七八九十零〇])${vague}`,
      'u',
    ),
    read: ([word, hour, quarter]) =>
      clockTime({
        word,
        hour: readNumeral(hour ?? ''),
        minute: quarters[quarter ?? ''] ?? 0,
        style: 'point',
      }),
  },
  {
    pattern: new RegExp(
      `^(${halfDayWord})?\\s*(${numeral})\\s*[点时]([零〇]?${numeral})(?:分(?!钟)|(?=$|[^\\p{L}\\p{N}]|到|至))${vague}`,
      'u',
    ),
    read: ([word, hour, minute]) =>
      clockTime({ word, hour: readNumeral(hour ?? ''), minute: readMinute(minute ?? ''), style: 'point' }),
  },
  {
    pattern: /^(\d{1,2})(?::(\d{2}))?\s*([ap](?:m|\.m\.))(?![\p{L}\p{N}])/iu,
    read: ([hour, minute, word]) =>
      clockTime({ word, hour: Number(hour), minute: Number(minute ?? 0), style: 'letters' }),
  },
]

/** Reads `9:00`, `上午9点半`, `晚上十点一刻`, `9点05分`, `9:30 pm`. */
export function takeClock(text: string): { time: ClockTime; rest: string } | undefined {
  const taken = takeLongest(rules, text, undefined)
  return taken && { time: taken.meaning, rest: taken.rest }
}

/** Whether a text begins with a clock time, or with the first number of a span such as 下午2-4点. */
export function startsWithClock(text: string): boolean {
  return takeClock(text) !== undefined || spanStart.test(text)
}

/** 9点5 is not said; 9点零五 and 9点05 are. */
function readMinute(text: string): number | undefined {
  const padded = /^[零〇](.)$/u.exec(text)?.[1]
  if (padded !== undefined) return readNumeral(padded)
  const minute = readNumeral(text)
  return minute !== undefined && (text.length === 2 || minute >= 10) ? minute : undefined
}

function clockTime(said: {
  word: string | undefined
  hour: number | undefined
  minute: number | undefined
  style: ClockTime['style']
}): ClockTime | undefined {
  const { word, hour, minute, style } = said
  if (hour === undefined || minute === undefined || hour > 24 || minute > 59) return undefined
  const placed = word === undefined ? { hour, half: undefined } : hourOfDay(hour, word)
  if (!placed) return undefined
  const minutes = placed.hour * 60 + minute
  if (word === undefined && minutes > 1440) return undefined
  return { minutes, hour, half: placed.half, style }
}
