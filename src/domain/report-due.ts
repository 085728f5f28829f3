import { addDays, localDate, startOfDay } from './time/local-date.ts'
import { addWorkingDays } from './working-days.ts'

/** Reports one chat may make on one day: anybody may, and nobody should drown the social workers. */
export const reportsADay = 10

/** The first moment at which a report that came at `at` is late: when the last of its working `days` is over. */
export function reportDue(at: Date, { zone, days }: { zone: string; days: number }): Date {
  const last = addWorkingDays(localDate(at.getTime(), zone), days)
  return new Date(startOfDay(addDays(last, 1), zone))
}
