import type { z } from 'zod'
import { clockMoment } from '../domain/time/clock-moment.ts'
import { localDate, type LocalDate } from '../domain/time/local-date.ts'
import { seriesDates } from '../domain/time/series-dates.ts'
import type { Activity } from '../store/activity.ts'
import type { Context } from './command.ts'
import { mostDates, type seriesShape } from './series-args.ts'

/** When one activity is, in milliseconds. */
export type Span = { start: number; end: number }

/** What becomes of the days asked for: made, or left out since they are past or such an activity is there then. */
export type SeriesPlan = { made: Span[]; past: Span[]; there: (Span & { code: string })[] }

type Series = z.infer<typeof seriesShape>

/** The times on some days at the same clock times (minutes from midnight); what a zone has not on a day is dropped. */
export function spansOn(dates: readonly LocalDate[], clock: Span, zone: string): Span[] {
  return dates.flatMap((date) => {
    const [start, end] = [clockMoment(date, clock.start, zone), clockMoment(date, clock.end, zone)]
    return start === undefined || end === undefined ? [] : [{ start, end }]
  })
}

/** The days of a series from `from` on, one more than may be made when there are too many. */
export const daysOf = (series: Series, from: LocalDate): LocalDate[] =>
  seriesDates(series, from, mostDates + 1)

/** Sorts the days asked for. */
export async function planSeries(
  spans: readonly Span[],
  like: Pick<Activity, 'title' | 'team'>,
  { store, now }: Pick<Context, 'store' | 'now'>,
): Promise<SeriesPlan> {
  const plan: SeriesPlan = { made: [], past: [], there: [] }
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return plan
  const whole = { start: new Date(first.start), end: new Date(Math.max(...spans.map(({ end }) => end))) }
  const alike = await store.activities.alike(like, whole)
  for (const span of spans) {
    const same = alike.find(({ start, end }) => start.getTime() < span.end && end.getTime() > span.start)
    if (span.start <= now.getTime()) plan.past.push(span)
    else if (same) plan.there.push({ ...span, code: same._id })
    else plan.made.push(span)
  }
  return plan
}

/** The clock times of an activity, in minutes from its first day's midnight. */
export function clockOf({ start, end }: Pick<Activity, 'start' | 'end'>, zone: string): Span {
  const midnight = clockMoment(localDate(start.getTime(), zone), 0, zone) ?? start.getTime()
  return {
    start: Math.round((start.getTime() - midnight) / 60_000),
    end: Math.round((end.getTime() - midnight) / 60_000),
  }
}
