import type { Rules } from '../rules.ts'
import { clockMoment } from './time/clock-moment.ts'
import { addDays, localDate } from './time/local-date.ts'

/** From and until which time of the day (`21:30`, `08:00`) nobody is written to unasked; the same twice is never. */
export type QuietHours = { from: string; until: string; zone: string }

/** The quiet hours of an organisation, in its zone. */
export const quietHours = (
  { quietFrom, quietUntil }: Pick<Rules, 'quietFrom' | 'quietUntil'>,
  zone: string,
): QuietHours => ({ from: quietFrom, until: quietUntil, zone })

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** The quiet hours that begin on a day, in milliseconds. A time the zone skips is midnight of that day. */
function spanOn(date: string, { from, until, zone }: QuietHours): { start: number; end: number } {
  const [first, last] = [minutesOf(from), minutesOf(until)]
  const at = (day: string, minutes: number) =>
    clockMoment(day, minutes, zone) ?? clockMoment(day, 0, zone) ?? 0
  return { start: at(date, first), end: last > first ? at(date, last) : at(addDays(date, 1), last) }
}

/** When the quiet hours end in which a moment lies, in milliseconds; undefined when it lies in none. */
export function quietEnd(moment: number, quiet: QuietHours): number | undefined {
  if (quiet.from === quiet.until) return undefined
  const today = localDate(moment, quiet.zone)
  return [addDays(today, -1), today]
    .map((day) => spanOn(day, quiet))
    .find(({ start, end }) => start <= moment && moment < end)?.end
}

/** When work of some length is done that rests during quiet hours, in milliseconds. */
export function doneAt(start: number, lengthMs: number, quiet: QuietHours): number {
  let at = quietEnd(start, quiet) ?? start
  let left = lengthMs
  for (;;) {
    const next = quietStart(at, quiet)
    if (next === undefined || at + left <= next) return at + left
    left -= next - at
    at = quietEnd(next, quiet) ?? next
  }
}

/** The next beginning of quiet hours after a moment. */
function quietStart(moment: number, quiet: QuietHours): number | undefined {
  if (quiet.from === quiet.until) return undefined
  const today = localDate(moment, quiet.zone)
  return [today, addDays(today, 1)].map((day) => spanOn(day, quiet).start).find((start) => start > moment)
}
