import {
  attendanceRate,
  fillRate,
  fullTimeEquivalent,
  hoursPerRegistered,
  loadPerSocialWorker,
  surveyYear,
  verificationLag,
  yearsIn,
} from '../../domain/statistics.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { formatClock } from '../../locale/format.ts'
import type { Context } from '../command.ts'
import { type Figures, reachOfAsker } from './figures.ts'
import { inHours } from './in-hours.ts'
import { dayParts, percent, shown } from './numerals.ts'

/**
 * The lines of a period, the most asked for first. `asOf`: said with 截至, what sign-ups had become by then is not
 * kept, and the answer says which lines it leaves out for that.
 */
export function sayFigures(
  figures: Figures,
  { name, asOf }: { name: string; asOf: boolean },
  context: Context,
): string[] {
  const { texts, zone } = context
  const { from, to, until, registered, active, sum, people, activities, socialWorkers } = figures
  const { minutes, attendances } = sum
  const reach = reachOfAsker(context)
  const fullTime = fullTimeEquivalent(minutes, { ...surveyYear, years: yearsIn({ from, to }) })
  const day = (date: string) => texts.stats.day(dayParts(date))
  const fill = fillRate(activities.filled, activities.places)
  const came = attendanceRate(activities)
  const lag = verificationLag(sum)
  const load = loadPerSocialWorker(attendances, socialWorkers)
  return [
    texts.stats.header({
      period: name,
      from: day(from),
      to: day(to),
      scope:
        reach === 'all'
          ? texts.common.everywhere
          : [...reach.stations, ...reach.teams].join(texts.stats.between),
      until: asOf
        ? day(localDate(until.getTime(), zone))
        : `${day(localDate(until.getTime(), zone))} ${formatClock(until, zone)}`,
    }),
    texts.stats.people({ registered, active, to: day(to), within: reach !== 'all' }),
    texts.stats.attendances({ attendances, people }),
    ...(activities.closed > 0
      ? [texts.stats.served({ served: activities.served, activities: activities.closed })]
      : []),
    texts.stats.hours({
      hours: inHours(minutes),
      minutes,
      each: shown(hoursPerRegistered(minutes, registered).value),
      registered,
    }),
    texts.stats.fullTime({
      value: shown(fullTime.value),
      hours: inHours(minutes),
      days: fullTime.basis.days,
      hoursADay: fullTime.basis.hoursADay,
      years: fullTime.basis.years.toFixed(3),
      denominator: fullTime.denominator.toFixed(1),
    }),
    ...(fill.value !== undefined && !asOf
      ? [
          texts.stats.filled({
            rate: percent(fill.value),
            filled: fill.numerator,
            places: fill.denominator,
            activities: activities.activities,
          }),
        ]
      : []),
    ...(came.value !== undefined && !asOf
      ? [
          texts.stats.turnout({
            rate: percent(came.value),
            came: came.numerator,
            expected: came.denominator,
            excused: came.basis.excused,
          }),
        ]
      : []),
    ...(asOf && activities.activities > 0 ? [texts.stats.leftOut] : []),
    ...(lag.value !== undefined
      ? [texts.stats.lag({ value: shown(lag.value), days: lag.numerator, lines: lag.denominator })]
      : []),
    ...(load.value !== undefined
      ? [texts.stats.load({ value: shown(load.value), attendances, socialWorkers })]
      : []),
  ]
}
