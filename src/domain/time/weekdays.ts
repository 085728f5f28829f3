import { addDays, weekday } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import { nearest } from './named-day.ts'
import type { DayRule } from './named-day.ts'

const chineseDays: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
}
const chineseWeeks: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 }
const englishDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const englishWeeks: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }

/** 周六日 and 周一三 name two days, so neither is taken; in 周六日常 and 周六三点 the sign belongs to the next word. */
const single = '(?!日(?!常)|[二三四五六](?=$|[^\\p{L}]|[一二三四五六日]))'

/** The Monday of a day's calendar week, `weeks` later. Weeks run from Monday to Sunday. */
export function mondayOf(date: LocalDate, weeks = 0): LocalDate {
  return addDays(date, 1 - weekday(date) + 7 * weeks)
}

/**
 * A bare weekday is the nearest one in the direction looked at, today included. With 上, 本 or 下 (last, this, next)
 * it is that day of the last, this or next calendar week, whatever the direction: on a Tuesday 下周六 is eleven days
 * away. English follows the same rule, so that the same question gets the same answer in both languages.
 */
export const weekdays: readonly DayRule[] = [
  {
    pattern: new RegExp(
      `^(上上|下下|[上本这下])?个?(?:周|星期|礼拜)([一二三四五六日天]${single}|[1-7](?!\\d))`,
      'u',
    ),
    read: ([week, day = ''], about) => {
      const number = chineseDays[day] ?? Number(day)
      return named(number, week === undefined ? undefined : chineseWeeks[week], about)
    },
  },
  {
    pattern:
      /^(?:(last|this|next) )?(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\.?(?![\p{L}\p{N}])/iu,
    read: ([week, day = ''], about) => {
      const number = englishDays.indexOf(day.toLowerCase()) + 1
      return named(number, week === undefined ? undefined : englishWeeks[week.toLowerCase()], about)
    },
  },
]

function named(
  day: number,
  week: number | undefined,
  about: Parameters<DayRule['read']>[1],
): ReturnType<DayRule['read']> {
  const today = about.today()
  if (week !== undefined) return { date: addDays(mondayOf(today, week), day - 1), kind: 'word' }
  const thisWeek = addDays(mondayOf(today), day - 1)
  const date = nearest(
    [-7, 0, 7].map((days) => addDays(thisWeek, days)),
    about,
  )
  return date === undefined ? undefined : { date, kind: 'weekday' }
}
