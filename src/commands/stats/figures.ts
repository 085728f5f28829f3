import { reachOf, type Reach } from '../../domain/reach.ts'
import { activeMinutesAYear, yearEarlier } from '../../domain/statistics.ts'
import { type Grouping, sumByPerson, sumTallies, type TallySum } from '../../domain/tally.ts'
import { addDays, localDate, startOfDay, type LocalDate } from '../../domain/time/local-date.ts'
import type { ActivityFigures } from '../../store/turnouts.ts'
import type { Context } from '../command.ts'

/** Days, both included, and the moment by which what counts was verified. */
export type Span = { from: LocalDate; to: LocalDate; until: Date }

/** What a period is compared by. */
export type Sums = Span & {
  registered: number
  sum: Omit<TallySum, 'name'>
  /** Who attended: corrections may leave nothing of it. */
  people: number
}

/** Everything a period adds up to within a reach. */
export type Figures = Sums & {
  active: number
  groups: readonly TallySum[]
  /** How many social workers verified any of it. */
  socialWorkers: number
  activities: ActivityFigures
}

/** What somebody may see figures of: their teams and stations, or all. */
export const reachOfAsker = ({ asker }: Pick<Context, 'asker'>): Reach => reachOf(asker.grants, 'leader')

/** Reads the figures of a span: the months it lies in and the year that ends with it, and no more of the history. */
export async function figuresOf(span: Span, by: Grouping | undefined, context: Context): Promise<Figures> {
  const { store, zone, now } = context
  const { from, to, until } = span
  const reach = reachOfAsker(context)
  const year = addDays(yearEarlier(to), 1)
  const [tallies, registered, activities] = await Promise.all([
    store.tallies.months({ from: year < from ? year : from, to }, zone),
    registeredBefore(endOf(span, context), reach, context),
    store.turnouts.figures({
      from: new Date(startOfDay(from, zone)),
      to: endOf(span, context),
      reach,
      asOf: until < now ? until : undefined,
    }),
  ])
  const counted = { from, to, reach, until }
  const byVerifier = sumTallies(tallies, counted, 'verifier')
  return {
    ...span,
    registered,
    activities,
    sum: totalOf(byVerifier),
    people: above(sumByPerson(tallies, counted, 'attendances'), 0),
    active: above(sumByPerson(tallies, { ...counted, from: year }, 'minutes'), activeMinutesAYear),
    groups: !by ? [] : by === 'verifier' ? byVerifier : sumTallies(tallies, counted, by),
    socialWorkers: byVerifier.filter(({ name }) => name).length,
  }
}

/** Reads of a span only what is compared. */
export async function sumsOf(span: Span, context: Context): Promise<Sums> {
  const { store, zone } = context
  const reach = reachOfAsker(context)
  const [tallies, registered] = await Promise.all([
    store.tallies.months(span, zone),
    registeredBefore(endOf(span, context), reach, context),
  ])
  const counted = { ...span, reach }
  return {
    ...span,
    registered,
    sum: totalOf(sumTallies(tallies, counted)),
    people: above(sumByPerson(tallies, counted, 'attendances'), 0),
  }
}

/** The first moment that a span does not reach any more. */
const endOf = ({ to, until }: Span, { zone }: Pick<Context, 'zone'>): Date =>
  new Date(Math.min(until.getTime() + 1, startOfDay(addDays(to, 1), zone)))

const totalOf = (groups: readonly TallySum[]): Sums['sum'] =>
  groups.reduce(
    (total, { minutes, attendances, lag, lagged }) => ({
      minutes: total.minutes + minutes,
      attendances: total.attendances + attendances,
      lag: total.lag + lag,
      lagged: total.lagged + lagged,
    }),
    { minutes: 0, attendances: 0, lag: 0, lagged: 0 },
  )

/** How many people have more than so much. */
const above = (sums: Int32Array, least: number): number =>
  sums.reduce((people, sum) => (sum > least ? people + 1 : people), 0)

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
