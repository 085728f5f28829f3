import type { Interval } from './hours.ts'
import { clockMoment } from './time/clock-moment.ts'
import { addDays, localDate } from './time/local-date.ts'
import type { ClockTime } from './time/take-clock.ts'

/**
 * The moment somebody means who says that they stayed until a clock time: the one on the activity's days that lies
 * between their coming and the end. 5点 of an afternoon is 17:00. `undefined`: there is none, or more than one.
 */
export function stayedUntil(
  { minutes, half, style }: ClockTime,
  stay: Interval,
  zone: string,
): number | undefined {
  const spoken = half === undefined && style === 'point' && minutes <= 720
  const readings = spoken ? [minutes, minutes + 720] : [minutes]
  const moments = new Set<number>()
  const last = localDate(stay.end, zone)
  for (let date = localDate(stay.start, zone); date <= last; date = addDays(date, 1))
    for (const reading of readings) {
      const moment = clockMoment(date, reading, zone)
      if (moment !== undefined && moment > stay.start && moment <= stay.end) moments.add(moment)
    }
  const [only, ...others] = moments
  return others.length === 0 ? only : undefined
}
