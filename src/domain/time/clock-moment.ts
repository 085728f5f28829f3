import { Temporal } from 'temporal-polyfill'
import { addDays, startOfDay } from './local-date.ts'
import type { LocalDate } from './local-date.ts'

/**
 * The moment at which the wall clock shows so many minutes after a day's midnight (1440 and more is the next day), in
 * milliseconds. `undefined` when the zone skips that time on that day, or has it twice: nobody can say which is meant.
 */
export function clockMoment(date: LocalDate, minutes: number, zone: string): number | undefined {
  const day = addDays(date, Math.floor(minutes / 1440))
  const minute = minutes % 1440
  if (minute === 0) return startOfDay(day, zone)
  const clock = Temporal.PlainDateTime.from(day).add({ minutes: minute })
  try {
    return clock.toZonedDateTime(zone, { disambiguation: 'reject' }).epochMilliseconds
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
