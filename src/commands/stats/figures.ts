import { reachOf, type Reach } from '../../domain/reach.ts'
import { activeMinutesAYear, yearEarlier } from '../../domain/statistics.ts'
import { type Grouping, sumByPerson, sumTallies, type TallySum } from '../../domain/tally.ts'
import { addDays, localDate, startOfDay, type LocalDate } from '../../domain/time/local-date.ts'
import type { ActivityFigures } from '../../store/turnouts.ts'
import type { Context } from '../command.ts'

/** Days, both included, and the moment by which what counts was verified. */
export type Span = { from: LocalDate; to: LocalDate; until: Date }

/** Everything a period adds up to within a reach. */
export type Figures = Span & {
  registered: number
  active: number
  sum: Omit<TallySum, 'name'>
  /** Who attended: corrections may leave nothing of it. */
  people: number
  groups: readonly TallySum[]
  /** How many social workers verified any of it. */
  socialWorkers: number
  activities: ActivityFigures
}

/** What somebody may see figures of: their teams and stations, or all. */
export const reachOfAsker = ({ asker }: Pick<Context, 'asker'>): Reach => reachOf(asker.grants, 'leader')

/** Reads the figures of a span: the months it lies in, and no more of the history. */
export async function figuresOf(span: Span, by: Grouping | undefined, context: Context): Promise<Figures> {
  const { store, zone, now } = context
  const { from, to, until } = span
  const reach = reachOfAsker(context)
  const end = new Date(Math.min(until.getTime() + 1, startOfDay(addDays(to, 1), zone)))
  const year = addDays(yearEarlier(to), 1)
  const [tallies, registered, activities] = await Promise.all([
    store.tallies.months({ from: year < from ? year : from, to }, zone),
    registeredBefore(end, reach, context),
    store.turnouts.figures({
      from: new Date(startOfDay(from, zone)),
      to: end,
      reach,
      asOf: until < now ? until : undefined,
    }),
  ])
  const counted = { from, to, reach, until }
  const above = (sums: Map<number, number>, least: number) =>
    [...sums.values()].filter((sum) => sum > least).length
  return {
    ...span,
    registered,
    active: above(sumByPerson(tallies, { ...counted, from: year }, 'minutes'), activeMinutesAYear),
    sum: sumTallies(tallies, counted)[0] ?? nothing,
    people: above(sumByPerson(tallies, counted, 'attendances'), 0),
    groups: by ? sumTallies(tallies, counted, by) : [],
    socialWorkers: sumTallies(tallies, counted, 'verifier').filter(({ name }) => name).length,
    activities,
  }
}

const nothing = { minutes: 0, attendances: 0, lag: 0, lagged: 0 }

/** People registered before a moment: everybody, or the members of the teams within a reach. */
async function registeredBefore(moment: Date, reach: Reach, { store, zone }: Context): Promise<number> {
  if (reach === 'all') return store.registrations.before(moment, zone)
  if (reach.stations.length === 0) return store.people.membersOf(reach.teams, moment)
  const below = await store.teams.below(reach.stations)
  return store.people.membersOf([...reach.teams, ...reach.stations, ...below], moment)
}

/** The same span a year before: what had been verified of it by then. */
export function spanYearEarlier({ from, to, until }: Span, zone: string): Span {
  const day = localDate(until.getTime(), zone)
  const sinceMidnight = until.getTime() - startOfDay(day, zone)
  return {
    from: yearEarlier(from),
    to: yearEarlier(to),
    until: new Date(startOfDay(yearEarlier(day), zone) + sinceMidnight),
  }
}
