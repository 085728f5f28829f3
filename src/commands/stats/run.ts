import type { z } from 'zod'
import { reachOf, type Reach } from '../../domain/reach.ts'
import {
  activeMinutesAYear,
  fullTimeEquivalent,
  hoursPerRegistered,
  surveyYear,
  yearsIn,
} from '../../domain/statistics.ts'
import { addDays, localDate, startOfDay, type LocalDate } from '../../domain/time/local-date.ts'
import { formatClock } from '../../locale/format.ts'
import type { Context, Run } from '../command.ts'
import { inHours } from './in-hours.ts'
import { rowsBy } from './rows-by.ts'
import type { statsGrammar } from './grammar.ts'

export type StatsArgs = z.infer<(typeof statsGrammar)['shape']>

/**
 * Figures with numerator, denominator, period and basis; numbers only, no names. Only what was verified by the moment
 * of asking counts. The month so far when no period is said; no period reaches beyond today, since full-time people are
 * counted by the days that were there to serve.
 */
export const runStats: Run<StatsArgs> = async ({ period, by }, context) => {
  const { store, texts, now, zone } = context
  const { person, grants } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const today = localDate(now.getTime(), zone)
  const {
    from,
    to: last,
    name,
  } = period ?? { from: `${today.slice(0, 7)}-01`, to: today, name: texts.stats.thisMonth }
  if (from > today) return { text: texts.stats.notBegun({ period: name }) }
  const to = last < today ? last : today
  const reach = reachOf(grants, 'socialWorker')
  const lines = { from, to, reach, until: now }
  const endOfPeriod = new Date(Math.min(now.getTime(), startOfDay(addDays(to, 1), zone)))
  const [registered, active, [sum], groups, closed] = await Promise.all([
    store.people.registered(endOfPeriod, await teamsWithin(reach, context)),
    store.hours.activePeople({ ...lines, from: yearBefore(to) }, activeMinutesAYear),
    store.hours.verifiedBy(lines),
    by ? store.hours.verifiedBy(lines, by) : [],
    store.activities.served({ from: new Date(startOfDay(from, zone)), to: endOfPeriod, reach }),
  ])
  const { minutes, people, attendances } = sum ?? { minutes: 0, people: 0, attendances: 0 }
  const fullTime = fullTimeEquivalent(minutes, { ...surveyYear, years: yearsIn({ from, to }) })
  const whole = [
    texts.stats.header({
      period: name,
      from: texts.stats.day(dayParts(from)),
      to: texts.stats.day(dayParts(to)),
      scope:
        reach === 'all'
          ? texts.common.everywhere
          : [...reach.stations, ...reach.teams].join(texts.stats.between),
      until: `${texts.stats.day(dayParts(today))} ${formatClock(now, zone)}`,
    }),
    texts.stats.people({ registered, active, to: texts.stats.day(dayParts(to)), within: reach !== 'all' }),
    texts.stats.attendances({ attendances, people }),
    ...(closed.activities > 0 ? [texts.stats.served(closed)] : []),
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
  ].join('\n')
  if (!by) return { text: whole }
  // The rows would make it longer than a room should bear; the figures they add up to stay for everybody to see.
  const rows = rowsBy(by, groups, texts).join('\n')
  if (context.place.kind === 'direct') return { text: `${whole}\n${rows}` }
  return { text: `${whole}${texts.stats.rowsPrivately}`, private: `${whole}\n${rows}` }
}

/** Teams whose members count as registered within a reach; all people are when it is everything. */
async function teamsWithin(reach: Reach, { store }: Context): Promise<string[] | undefined> {
  if (reach === 'all') return undefined
  if (reach.stations.length === 0) return [...reach.teams]
  const teams = await store.teams.all()
  return [
    ...reach.teams,
    ...reach.stations,
    ...teams.filter(({ station }) => station && reach.stations.includes(station)).map(({ _id }) => _id),
  ]
}

/** The first day of the year that ends with a day: active is counted over a whole year, whatever the period. */
function yearBefore(date: LocalDate): LocalDate {
  const sameDay = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`
  return date.endsWith('02-29') ? `${sameDay.slice(0, 4)}-03-01` : addDays(sameDay, 1)
}

const dayParts = (date: LocalDate) => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
})

const shown = (value: number | undefined): string => value?.toFixed(1) ?? '–'
