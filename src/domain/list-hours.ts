import { Temporal } from 'temporal-polyfill'
import { localDate } from './time/local-date.ts'
import { isWorkingDay } from './working-days.ts'

/** The daily lists go out from nine on; a service that was away then makes up for it until six. */
const hours = { from: 9, to: 18 }

/** Whether the lists of a day may go out at a moment (milliseconds): on a working day of the zone, during its hours. */
export function isListTime(ms: number, zone: string): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(Math.trunc(ms)).toZonedDateTimeISO(zone)
  return hour >= hours.from && hour < hours.to && isWorkingDay(localDate(ms, zone))
}
