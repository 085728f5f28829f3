import type { Grant } from '../../src/domain/roles.ts'
import type { Store } from '../../src/store/index.ts'
import type { Person } from '../../src/store/people.ts'
import { names, stations } from './data.ts'

/** Somebody of the demo, with the station and team they belong to. */
export type DemoPerson = { number: string; station: string; team: string; role: Grant['role'] }

const yearMs = 365 * 86_400_000

/** A social worker for each station, a leader for every other of the first teams, volunteers for the rest. */
export async function seedPeople(store: Store, now: Date): Promise<DemoPerson[]> {
  const first = await store.counters.take('person', names.length)
  const rows = names.map((name, i) => ({
    name,
    ...placeOf(i),
    number: store.counters.format('person', first + i),
  }))
  await store.people.model.insertMany(
    rows.map(({ name, number, station, team, role }, i): Person => {
      const scope =
        role === 'socialWorker'
          ? { kind: 'station' as const, name: station }
          : { kind: 'team' as const, name: team }
      return {
        _id: number,
        name,
        birth: store.seal.seal(String(1958 + ((i * 7) % 44))),
        skills: team.endsWith('普法队') ? ['法律援助'] : [],
        consent: { version: 'demo', at: now, key: 'demo' },
        grants: [{ role, scope, by: 'demo', at: now, key: 'demo' }],
        commitments: [],
        key: `demo:person:${i}`,
        createdAt: new Date(now.getTime() - yearMs),
        uncounted: 'demo',
        demo: true,
      }
    }),
  )
  return rows
}

function placeOf(i: number): Omit<DemoPerson, 'number'> {
  const station = stations[i % stations.length]
  const round = Math.floor(i / stations.length)
  return {
    station: station?.name ?? '',
    team: station?.teams[round % 2] ?? '',
    role: round === 0 ? 'socialWorker' : round === 1 && i % 2 === 0 ? 'leader' : 'volunteer',
  }
}
