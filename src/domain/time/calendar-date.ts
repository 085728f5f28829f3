import type { LocalDate } from './local-date.ts'

/** The years anybody may mean: a birth in the last century, a plan in this one. */
const firstYear = 1900
const lastYear = 2199

/** The day with these numbers; `undefined` when the calendar has none (30 February, month 13) or the year is absurd. */
export function calendarDate(year: number, month: number, day: number): LocalDate | undefined {
  if (year < firstYear || year > lastYear) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}

/** The year in a day. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** The month in a day, 1 to 12. */
export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7))
}
