import { addDays, weekday } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import { mondayOf } from './weekdays.ts'

/** Days that come again: some weekdays of every week or every other one, or the n-th (-1: the last) of a month. */
export type Repeat = { weekdays: number[]; everyWeeks: number } | { weekdays: number[]; nth: number }

/** A repeat and where it ends: after so many times, or with a day; neither when it was not said. */
export type Series = { repeat: Repeat; times?: number | undefined; until?: LocalDate | undefined }

/** No series is followed further than this many days: two years. */
const horizon = 731

/**
 * The days of a series from a day on, that day included, `most` at most. A month without the day (no fifth Saturday) is
 * passed over. Every other week is counted from the first day found.
 */
export function seriesDates({ repeat, times, until }: Series, from: LocalDate, most: number): LocalDate[] {
  const dates: LocalDate[] = []
  const end = until ?? addDays(from, horizon)
  for (let day = from; day <= end && dates.length < Math.min(times ?? most, most); day = addDays(day, 1))
    if (isOn(repeat, day, dates[0])) dates.push(day)
  return dates
}

function isOn(repeat: Repeat, day: LocalDate, first: LocalDate = day): boolean {
  if (!repeat.weekdays.includes(weekday(day))) return false
  if ('nth' in repeat)
    return repeat.nth === -1
      ? addDays(day, 7).slice(0, 7) !== day.slice(0, 7)
      : Math.ceil(Number(day.slice(8)) / 7) === repeat.nth
  const weeks = Math.round((Date.parse(mondayOf(day)) - Date.parse(mondayOf(first))) / (7 * 86_400_000))
  return weeks % repeat.everyWeeks === 0
}
