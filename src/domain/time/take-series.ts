import type { Clock } from './local-date.ts'
import { numeral, readNumeral } from './numeral.ts'
import type { Repeat, Series } from './series-dates.ts'
import { takeDate } from './take-date.ts'
import { takeLongest, type Rule } from './take-longest.ts'
import { takeRange } from './take-range.ts'

/** A series as said, with its clock times in minutes from midnight (1440 and more is the next day), when they were. */
export type SaidSeries = Series & { clock?: { start: number; end: number } | undefined }

const chineseDays = '一二三四五六日天'
const dayNumber = (sign: string) => (sign === '天' ? 7 : chineseDays.indexOf(sign) + 1)
const englishDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const englishDay = '(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?s?'
const english = new RegExp(englishDay, 'gi')
const ordinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 }
const week = '(?:周|星期|礼拜)'

/** 每周六 (and 周六日: two days), 隔周六, 每月第一个周六, every other Saturday, the first Saturday of every month. */
const repeats: readonly Rule<Repeat, undefined>[] = [
  {
    pattern: new RegExp(
      `^(每两|每2|每二|隔一?|每隔一?|每|逢)个?${week}的?(?:${week})?((?:[${chineseDays}](?:[、,和及])?(?:${week})?)*[${chineseDays}](?![次回场期]))`,
      'u',
    ),
    read: ([how = '', days = '']) => ({
      weekdays: [...new Set([...days].filter((sign) => chineseDays.includes(sign)).map(dayNumber))],
      everyWeeks: /[两2二隔]/.test(how) ? 2 : 1,
    }),
  },
  {
    pattern: new RegExp(`^每个?月的?(?:第([一二三四1-4])|(最后一?))个?${week}([${chineseDays}])`, 'u'),
    read: ([nth, , day = '']) => ({
      weekdays: [dayNumber(day)],
      nth: nth === undefined ? -1 : (readNumeral(nth) ?? 1),
    }),
  },
  {
    pattern: /^(?:每天|每日|every day\b|daily\b)/iu,
    read: () => ({ weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1 }),
  },
  {
    pattern: new RegExp(
      `^(?:every|each) (other |second )?(${englishDay}(?:(?:,| and|, and) ${englishDay})*)\\b`,
      'iu',
    ),
    read: ([other, days = '']) => ({ weekdays: englishNumbers(days), everyWeeks: other ? 2 : 1 }),
  },
  {
    pattern: new RegExp(
      `^(?:the )?(first|second|third|fourth|last) (${englishDay}) (?:of )?(?:every|each) month\\b`,
      'iu',
    ),
    read: ([nth = '', day = '']) => ({
      weekdays: englishNumbers(day),
      nth: ordinals[nth.toLowerCase()] ?? 1,
    }),
  },
]

const joints = /^(?:[\s,、;:]|的)+/u
const timesSaid = new RegExp(
  `^(?:一?共|连续|连着|for )?\\s*(${numeral})\\s*(?:次|回|场|期|times?\\b|sessions?\\b)`,
  'iu',
)
const untilSaid = /^(?:到|至|直到|截止到?|until\b|till\b|through\b|to\b)\s*/iu
/** Any day without a change of clocks: only the minutes are wanted of the range. */
const plainDay = { now: 0, zone: 'UTC', toward: 'future', date: '1970-01-01' } as const

/**
 * Reads `每周六9:00-12:00 到12月31日` or `每月第一个周六 3次` from the beginning of a text: first the days, then clock
 * times and the end in any order. Nothing is understood without the days.
 */
export function takeSeries(text: string, at: Clock): { series: SaidSeries; rest: string } | undefined {
  const days = takeLongest(repeats, text, undefined)
  if (!days) return undefined
  const series: SaidSeries = { repeat: days.meaning }
  let rest = days.rest
  for (;;) {
    const left = rest.replace(joints, '')
    const range = series.clock ? undefined : takeRange(left, plainDay)
    const times = series.times === undefined ? timesSaid.exec(left) : null
    const until = series.until === undefined ? untilSaid.exec(left) : null
    const day = until && takeDate(left.slice(until[0].length), { ...at, toward: 'future' })
    if (range) series.clock = { start: range.start / 60_000, end: range.end / 60_000 }
    else if (times) series.times = readNumeral(times[1] ?? '')
    else if (day) series.until = day.date
    else return { series, rest }
    rest = range?.rest ?? day?.rest ?? left.slice(times?.[0].length)
  }
}

function englishNumbers(days: string): number[] {
  return [...days.matchAll(english)].map(([day]) => englishDays.indexOf(day.slice(0, 3).toLowerCase()) + 1)
}
