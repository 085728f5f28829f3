import type { Store } from '../../src/store/index.ts'
import { demoMark } from './mark.ts'
import { groupTeams, stations } from './data.ts'
import { seedActivities } from './seed-activities.ts'
import { seedHours } from './seed-hours.ts'
import { seedPeople } from './seed-people.ts'
import { removeDemoRows } from './remove.ts'

/** When and where the demo is put in: its activities lie in the days after `now`, in the organisation's zone. */
export type DemoTime = { now: Date; zone: string }

/**
 * Puts a small living demo into an empty database, once: stations, teams, people, activities in the coming days, and
 * some months of verified hours. False when there is one, was one, or when somebody real is here. The mark comes last:
 * what a crash left half done is taken out and made anew.
 */
export async function seedDemo(store: Store, time: DemoTime): Promise<boolean> {
  if (await store.marks.find(demoMark)) return false
  if (await store.people.model.exists({ demo: { $ne: true } })) return false
  await removeDemoRows(store)

  await seedTeams(store, time.now)
  const people = await seedPeople(store, time.now)
  await seedActivities(store, people, time)
  await seedHours(store, people, time)
  await store.marks.setOnce(demoMark, { key: 'demo', at: time.now })
  return true
}

async function seedTeams({ teams }: Store, now: Date): Promise<void> {
  const common = { key: 'demo', createdAt: now, demo: true }
  const rows = [
    ...stations.flatMap(({ name, teams: names }) => [
      { _id: name, kind: 'station' as const, ...common },
      ...names.map((team) => ({ _id: team, kind: 'service' as const, station: name, ...common })),
    ]),
    ...groupTeams.map((name) => ({ _id: name, kind: 'group' as const, ...common })),
  ]
  // A name that somebody took already stays theirs.
  for (const row of rows) await teams.add(row)
}
