import type { LocalDate } from './time/local-date.ts'

/** A birth date `YYYY-MM-DD`, or only its year `YYYY`. */
export type Birth = string

/** The day on which somebody completes so many years: of a bare year the last one possible, as in `ageOn`. */
export function birthdayOf(birth: Birth, years: number): LocalDate {
  const born = birth.length === 4 ? `${birth}-12-31` : birth
  const year = Number(born.slice(0, 4)) + years
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}-${born.endsWith('02-29') && !isLeap ? '03-01' : born.slice(5)}`
}

/**
 * Completed years on a day. Of a bare year the youngest possible age counts, so that no gate opens too early. One born on
 * 29 February is a year older on 1 March in common years.
 */
export function ageOn(birth: Birth, day: LocalDate): number {
  const born = birth.length === 4 ? `${birth}-12-31` : birth
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) >= born.slice(5) ? years : years - 1
}
