import type { Person } from '../../src/store/people.ts'
import type { Store } from '../../src/store/index.ts'
import { type DistrictTeam, personName } from './names.ts'

/** Somebody of the district; people stand in the order in which they registered. */
export type Citizen = { number: string; team: DistrictTeam; registered: number }

/** Social workers each station has. */
const socialWorkersAt = 3

/** Numbers of those who lead, by station, and the volunteers. */
export type Cast = { socialWorkers: ReadonlyMap<string, readonly string[]>; volunteers: readonly Citizen[] }

/**
 * The people of the district: three social workers for each station, a leader for each team, volunteers for the rest;
 * a tenth of those are there from the beginning, the others come evenly over the years.
 */
export function castOf(
  wish: { people: number; first: number; begin: number; now: number },
  { stations, teams }: { stations: readonly string[]; teams: readonly DistrictTeam[] },
  format: (value: number) => string,
): { cast: Cast; rowOf: (n: number) => { number: string; at: number; grant: Person['grants'][number] } } {
  const { people, first, begin, now } = wish
  const leading = Math.min(stations.length * socialWorkersAt, Math.floor(people / 4))
  const atBegin = leading + Math.floor((people - leading) / 10)
  const at = (n: number) => begin + Math.max(0, ((n - atBegin) / (people - atBegin)) * (now - begin))
  const number = (n: number) => format(first + n)
  const teamOf = (n: number) => teams[n % teams.length] as DistrictTeam
  const socialWorkers = new Map<string, string[]>(stations.map((station) => [station, []]))
  for (let n = 0; n < leading; n++) socialWorkers.get(stations[n % stations.length] ?? '')?.push(number(n))
  const volunteers = Array.from({ length: people - leading }, (_, i) => {
    const n = i + leading
    return { number: number(n), team: teamOf(n), registered: at(n) }
  })
  return {
    cast: { socialWorkers, volunteers },
    rowOf(n) {
      const isLeader = n >= leading && n < leading + teams.length
      const scope =
        n < leading
          ? { kind: 'station' as const, name: stations[n % stations.length] ?? '' }
          : { kind: 'team' as const, name: teamOf(n).name }
      const role = n < leading ? 'socialWorker' : isLeader ? 'leader' : 'volunteer'
      const when = at(n)
      return {
        number: number(n),
        at: when,
        grant: { role, scope, by: 'demo', at: new Date(when), key: 'demo' },
      }
    },
  }
}

/** The row of a person. */
export function personRow(
  n: number,
  { number, at, grant }: ReturnType<ReturnType<typeof castOf>['rowOf']>,
  { seal }: Pick<Store, 'seal'>,
): Person {
  const createdAt = new Date(at)
  return {
    _id: number,
    name: personName(n),
    birth: seal.seal(String(1945 + ((n * 7) % 60))),
    skills: n % 20 === 0 ? ['法律援助'] : [],
    consent: { version: 'demo', at: createdAt, key: 'demo' },
    grants: [grant],
    commitments: [],
    key: `demo:district:${n}`,
    createdAt,
    demo: true,
  }
}
