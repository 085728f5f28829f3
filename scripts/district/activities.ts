import { localDate, startOfDay } from '../../src/domain/time/local-date.ts'
import type { Activity } from '../../src/store/activities.ts'
import type { DistrictTeam } from './names.ts'
import type { Cast } from './people.ts'
import type { Random } from './random.ts'

const hourMs = 3_600_000

/** An activity, who came, who did not, and when a social worker verified it. */
export type Happened = {
  activity: Activity
  came: readonly string[]
  missed: readonly string[]
  excused: readonly string[]
  verifiedAt: Date
}

/** Finds people for activities: of the team first, nobody twice on one day. */
export function createCalling({ volunteers }: Cast) {
  const busy = new Set<string>()
  const byTeam = new Map<string, { number: string; registered: number }[]>()
  for (const { team, ...one } of volunteers) byTeam.set(team.name, [...(byTeam.get(team.name) ?? []), one])
  return (team: string, { count, date, at }: { count: number; date: string; at: number }, random: Random) => {
    const free = ({ number, registered }: { number: string; registered: number }) =>
      registered <= at && !busy.has(`${number}:${date}`)
    const chosen: string[] = []
    const take = (one: { number: string; registered: number } | undefined) => {
      if (!one || !free(one)) return
      busy.add(`${one.number}:${date}`)
      chosen.push(one.number)
    }
    const members = byTeam.get(team) ?? []
    for (let tries = 0; chosen.length < count && tries < count * 3; tries++) take(random.pick(members))
    for (let tries = 0; chosen.length < count && tries < count * 10; tries++) take(random.pick(volunteers))
    return chosen
  }
}

/** An activity of a team on a day, over or still to come. */
export function districtActivity(
  { code, team, at, key }: { code: string; team: DistrictTeam; at: number; key: string },
  { socialWorkers }: Cast,
  { random, zone, now }: { random: Random; zone: string; now: number },
): Activity {
  const hour = random.pick([9, 14, 19])
  const hours = 2 + random.below(3)
  const start = startOfDay(localDate(at, zone), zone) + hour * hourMs
  const { theme } = team
  const own = socialWorkers.get(team.station) ?? []
  const responsible = random.pick(own.length > 0 ? own : [...socialWorkers.values()].flat())
  return {
    _id: code,
    title: `${theme.title}（演示）`,
    category: theme.category,
    team: team.name,
    station: team.station,
    place: theme.place,
    start: new Date(start),
    end: new Date(start + hours * hourMs),
    restMinutes: 0,
    places: 0,
    taken: 0,
    holds: [],
    waiting: [],
    freed: [],
    skills: [],
    state: start > now ? 'open' : 'closed',
    responsible: responsible ?? '',
    key,
    createdAt: new Date(Math.min(start, now) - 7 * 24 * hourMs),
    demo: true,
  }
}
