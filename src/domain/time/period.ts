import { calendarDate, monthOf, yearOf } from './calendar-date.ts'
import { addDays } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import type { Rule } from './take-longest.ts'

/** A stretch of whole days, both ends included, and its name: as it was said, in one spelling. */
export type Period = { from: LocalDate; to: LocalDate; name: string }

/** One way of naming a period; what it may look at is today. */
export type PeriodRule = Rule<Period, () => LocalDate>

/** Whole months as a period. Months count from 1 and may run out of the year: month 0 is the December before. */
export function monthsPeriod(
  year: number,
  months: { first: number; last: number },
  name: string,
): Period | undefined {
  if (months.last < months.first) return undefined
  const from = firstDay(year, months.first)
  const after = firstDay(year, months.last + 1)
  return from === undefined || after === undefined ? undefined : { from, to: addDays(after, -1), name }
}

/** The year of a month that was named without one: this year once the month has begun, else last year. */
export function yearBegun(today: LocalDate, month: number): number {
  return yearOf(today) - (month > monthOf(today) ? 1 : 0)
}

function firstDay(year: number, month: number): LocalDate | undefined {
  return calendarDate(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1, 1)
}
