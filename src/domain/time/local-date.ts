import { Temporal } from 'temporal-polyfill'

/** A calendar day in the organisation's zone, `YYYY-MM-DD`. Compares as a string. */
export type LocalDate = string

/** "Now" in milliseconds since 1970 UTC, and the IANA zone in which days are spoken. */
export type Clock = { now: number; zone: string }

/** Which way a command looks when a day is named without its year or week: claims look back, plans look ahead. */
export type Toward = 'past' | 'future'

const dayMs = 86_400_000

/** The day on which a moment falls in a zone. */
export function localDate(ms: number, zone: string): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.trunc(ms))
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
}

/** The first moment of a day in a zone, in milliseconds. Where clocks skip midnight it is the first minute there is. */
export function startOfDay(date: LocalDate, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
}

/** The day `n` days later, or earlier when `n` is negative. */
export function addDays(date: LocalDate, n: number): LocalDate {
  return new Date(Date.parse(date) + n * dayMs).toISOString().slice(0, 10)
}

/** Monday is 1, Sunday is 7. */
export function weekday(date: LocalDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((new Date(date).getUTCDay() + 6) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}
