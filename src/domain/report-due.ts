import { addDays, localDate, startOfDay } from './time/local-date.ts'
import { addWorkingDays } from './working-days.ts'

/** Working days within which a report is to be answered. The day it came does not count. */
export const reportDays = 5

/** The first moment at which a report that came at `at` is late: when the last of its working days is over. */
export function reportDue(at: Date, zone: string): Date {
  const last = addWorkingDays(localDate(at.getTime(), zone), reportDays)
  return new Date(startOfDay(addDays(last, 1), zone))
}
