import { addDays, localDate } from '../../src/domain/time/local-date.ts'
import type { Store } from '../../src/store/index.ts'
import { demoMark } from '../demo/mark.ts'
import { removeDemoRows } from '../demo/remove.ts'
import { bulkWriter } from './bulk.ts'
import { seedComing } from './coming.ts'
import { districtTeams } from './names.ts'
import { seedPast } from './past.ts'
import { castOf, personRow } from './people.ts'
import { createRandom } from './random.ts'

/** The reference district: 16,000 people, 200,000 attendances in eleven years (survey of Futian, Shenzhen, 2008). */
export const reference = { people: 16_000, attendances: 200_000, years: 11 }

/** How many people, as of when, in which zone; `say` is told what was done and how long it took. */
export type DistrictWish = {
  people: number
  /** As many for each person as in the reference district when it is not said. */
  attendances?: number
  now: Date
  zone: string
  say: (line: string) => void
}

/**
 * Puts the district in: stations, teams, people, eleven years of activities with sign-ups and verified hours, and the
 * figures counted from them. The same wish makes the same district. What a demo or a broken seed left is taken out
 * first; all of it is marked as the demo is and goes with it.
 */
export async function seedDistrict(store: Store, wish: DistrictWish): Promise<void> {
  const { people, zone, say } = wish
  const now = wish.now.getTime()
  const today = localDate(now, zone)
  const begin = Date.parse(addDays(today, -Math.round(reference.years * 365.25)))
  const random = createRandom(people)
  const step = timed(say)

  await step('room made', async () => {
    await store.marks.setOnce(demoMark, { key: 'district', at: wish.now })
    await removeDemoRows(store)
    return ''
  })
  const { stations, teams } = districtTeams()
  const first = await store.counters.take('person', people)
  const { cast, rowOf } = castOf({ people, first, begin, now }, { stations, teams }, (value) =>
    store.counters.format('person', value),
  )
  await step('stations and teams', async () => {
    const common = { key: 'demo', createdAt: new Date(begin), demo: true }
    for (const name of stations) await store.teams.add({ _id: name, kind: 'station', ...common })
    for (const { name, kind, station } of teams)
      await store.teams.add({ _id: name, kind, ...(kind === 'service' && { station }), ...common })
    return `${stations.length} + ${teams.length}`
  })
  await step('people', async () => {
    const rows = bulkWriter(store.people.model)
    for (let n = 0; n < people; n++) await rows.add(personRow(n, rowOf(n), store))
    await rows.flush()
    return String(rows.written())
  })
  const { attendances = Math.round((people * reference.attendances) / reference.people) } = wish
  await step('attendances', () => seedPast(store, { attendances, begin, now, zone, random, teams, cast }))
  await step('activities to come', () => seedComing(store, { now, zone, random, teams, cast }))
  await step('figures', () => countAll(store, { begin, today, zone }))
}

/** Counts the months of the ledger and of registrations. */
async function countAll(
  store: Store,
  { begin, today, zone }: { begin: number; today: string; zone: string },
): Promise<string> {
  const months: string[] = []
  for (let day = localDate(begin, zone); day <= today; day = addDays(day, 1))
    if (months.at(-1) !== day.slice(0, 7)) months.push(day.slice(0, 7))
  for (const month of months) {
    await store.tallies.count(month, zone)
    await store.registrations.count(month, zone)
  }
  return `${months.length} months`
}

/** Says what was done and how long it took. */
function timed(say: (line: string) => void) {
  return async (what: string, work: () => Promise<string>): Promise<void> => {
    const since = performance.now()
    const result = await work()
    say(`${what}${result ? `: ${result}` : ''} (${((performance.now() - since) / 1000).toFixed(1)} s)`)
  }
}
