import type { LocalDate } from './time/local-date.ts'

/** A birth date `YYYY-MM-DD`, or only its year `YYYY`. */
export type Birth = string

/**
 * Completed years on a day. Of a bare year the youngest possible age counts, so that no gate opens too early. One born on
 * 29 February is a year older on 1 March in common years.
 */
export function ageOn(birth: Birth, day: LocalDate): number {
  const born = birth.length === 4 ? `${birth}-12-31` : birth
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) >= born.slice(5) ? years : years - 1
}
