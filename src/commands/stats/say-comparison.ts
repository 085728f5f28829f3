import { yearOnYear } from '../../domain/statistics.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { formatClock } from '../../locale/format.ts'
import type { Context } from '../command.ts'
import type { Sums } from './figures.ts'
import { inHours } from './in-hours.ts'
import { dayParts, percent, signed } from './numerals.ts'

/** 同比: a period beside the same one a year before, each counted by what had been verified at the same point. */
export function sayComparison(now: Sums, before: Sums, { texts, zone }: Context): string[] {
  const { stats } = texts
  const day = (date: string) => stats.day(dayParts(date))
  const growth = (a: number, b: number) => {
    const { rate } = yearOnYear(a, b)
    return rate === undefined ? undefined : signed(percent(rate))
  }
  const counted = (a: number, b: number) => ({
    now: String(a),
    before: String(b),
    difference: signed(yearOnYear(a, b).difference),
    rate: growth(a, b),
  })
  const [minutes, minutesBefore] = [now.sum.minutes, before.sum.minutes]
  return [
    stats.before({
      from: day(before.from),
      to: day(before.to),
      until: `${day(localDate(before.until.getTime(), zone))} ${formatClock(before.until, zone)}`,
    }),
    stats.compared.hours({
      now: inHours(minutes),
      before: inHours(minutesBefore),
      difference: signed(inHours(yearOnYear(minutes, minutesBefore).difference)),
      rate: growth(minutes, minutesBefore),
    }),
    stats.compared.attendances(counted(now.sum.attendances, before.sum.attendances)),
    stats.compared.people(counted(now.people, before.people)),
    stats.compared.registered(counted(now.registered, before.registered)),
  ]
}
