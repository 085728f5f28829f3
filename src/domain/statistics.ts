import { addDays } from './time/local-date.ts'
import type { LocalDate } from './time/local-date.ts'

/**
 * A figure that can be checked: what was divided by what, on which basis. `value` is rounded half up, amounts to one
 * decimal and rates to three (0.953 is 95.3 %); `undefined` when there is nothing to divide by.
 */
export type Figure<Basis = undefined> = {
  numerator: number
  denominator: number
  value: number | undefined
  basis: Basis
}

/** What a full-time year is taken to be. */
export type FullTime = { days: number; hoursADay: number; years: number }

/** The Futian survey of 2008 counts 260 working days of 8 hours. */
export const surveyYear = { days: 260, hoursADay: 8 }

/** The legal number of working days: 250 from 2008 to 2024, 248 since 2025 (two more public holidays). */
export function legalWorkingDays(year: number): number | undefined {
  if (year < 2008) return undefined
  return year < 2025 ? 250 : 248
}

/** Active is who served more than five hours in a year. */
export const activeMinutesAYear = 5 * 60

/** How many full-time people the verified minutes of a stretch of years amount to. */
export function fullTimeEquivalent(minutes: number, basis: FullTime): Figure<FullTime> {
  const hours = basis.days * basis.hoursADay * basis.years
  return { numerator: minutes / 60, denominator: hours, value: quotient(minutes / 60, hours, 1), basis }
}

/** Verified hours per registered volunteer. */
export function hoursPerRegistered(minutes: number, registered: number): Figure {
  return {
    numerator: minutes / 60,
    denominator: registered,
    value: quotient(minutes / 60, registered, 1),
    basis: undefined,
  }
}

/** Places that were taken of places there were. Activities without a limit belong in neither. */
export function fillRate(taken: number, places: number): Figure {
  return { numerator: taken, denominator: places, value: quotient(taken, places, 3), basis: undefined }
}

/** Who came of who was expected. The excused are in neither, and are named in the basis. */
export function attendanceRate(counts: {
  came: number
  missed: number
  excused: number
}): Figure<{ excused: number }> {
  const expected = counts.came + counts.missed
  return {
    numerator: counts.came,
    denominator: expected,
    value: quotient(counts.came, expected, 3),
    basis: { excused: counts.excused },
  }
}

/** Working days between claim and verification, per line somebody claimed. */
export function verificationLag(sum: { lag: number; lagged: number }): Figure {
  return {
    numerator: sum.lag,
    denominator: sum.lagged,
    value: quotient(sum.lag, sum.lagged, 1),
    basis: undefined,
  }
}

/** Attendances verified per social worker who verified any. */
export function loadPerSocialWorker(attendances: number, socialWorkers: number): Figure {
  return {
    numerator: attendances,
    denominator: socialWorkers,
    value: quotient(attendances, socialWorkers, 1),
    basis: undefined,
  }
}

/** What a number has grown by since a year before, and at which rate; no rate when it was nothing then. */
export function yearOnYear(now: number, before: number): { difference: number; rate: number | undefined } {
  return { difference: now - before, rate: quotient(now - before, before, 3) }
}

/** The same day a year before; 29 February has the 28th. */
export function yearEarlier(date: LocalDate): LocalDate {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0')
  return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`
}

/** The length of a period in calendar years: each day is a 365th or 366th of its own year. */
export function yearsIn({ from, to }: { from: LocalDate; to: LocalDate }): number {
  let years = 0
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const first = `${year}-01-01`
    const last = `${year}-12-31`
    years += daysBetween(from > first ? from : first, to < last ? to : last) / daysBetween(first, last)
  }
  return years
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(addDays(to, 1)) - Date.parse(from)) / 86_400_000
}

function quotient(numerator: number, denominator: number, decimals: 1 | 3): number | undefined {
  const scale = 10 ** decimals
  return denominator > 0 ? Math.round((numerator * scale) / denominator) / scale : undefined
}
