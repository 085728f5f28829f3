import type { Interval } from './hours.ts'
import { addDays, localDate, startOfDay } from './time/local-date.ts'
import type { LocalDate } from './time/local-date.ts'

/** The part of a service that lies on one local day. */
export type DayShare = Interval & { date: LocalDate; minutes: number }

/**
 * Cuts a stretch at each local midnight, since caps hold per day. `minutes` (the whole length when left out) are shared
 * in proportion to length; the shares are whole and add up to `minutes` exactly. An empty stretch has no parts.
 */
export function splitOverDays(
  interval: Interval,
  zone: string,
  minutes = Math.floor((interval.end - interval.start) / 60_000),
): DayShare[] {
  const shares: DayShare[] = []
  const length = interval.end - interval.start
  let given = 0
  for (let start = interval.start; start < interval.end;) {
    const date = localDate(start, zone)
    const end = Math.min(interval.end, startOfDay(addDays(date, 1), zone))
    const due = Math.round((minutes * (end - interval.start)) / length)
    shares.push({ date, start, end, minutes: due - given })
    given = due
    start = end
  }
  return shares
}
