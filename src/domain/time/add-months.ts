import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from './local-date.ts'

/** The same day `n` months later; where that month is shorter, its last day. */
export function addMonths(date: LocalDate, n: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months: n }).toString()
}
