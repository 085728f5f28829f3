import { addDays, localDate } from '../../src/domain/time/local-date.ts'
import type { Store } from '../../src/store/index.ts'
import { demoMark } from '../demo/mark.ts'
import { removeDemoRows } from '../demo/remove.ts'
import { createCalling, districtActivity, type Happened } from './activities.ts'
import { bulkWriter } from './bulk.ts'
import { type DistrictTeam, districtTeams } from './names.ts'
import { type Cast, castOf, personRow } from './people.ts'
import { createRandom, type Random } from './random.ts'
import { hoursOf, signupsOf } from './rows.ts'

const dayMs = 86_400_000
/** Codes of activities reserved in one go. */
const codesAtOnce = 500
/** Days looked on for somebody who is free. */
const patienceDays = 60

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

type Ground = { now: number; zone: string; random: Random; teams: readonly DistrictTeam[]; cast: Cast }

/** Eleven years day by day: activities, who came, their hours and the guards of their days. */
async function seedPast(
  store: Store,
  ground: Ground & { attendances: number; begin: number },
): Promise<string> {
  const { attendances, begin, now, zone, random, teams, cast } = ground
  const call = createCalling(cast)
  const rows = {
    activities: bulkWriter(store.activities.model),
    signups: bulkWriter(store.signups.model),
    hours: bulkWriter(store.hours.model),
    days: bulkWriter(store.days.model),
  }
  const firstLine = await store.counters.take('hours', attendances)
  let firstCode = 0
  let done = 0
  // A day later each time that nobody is free: in a small district everybody may be out.
  let late = 0
  for (let n = 0; done < attendances && late < patienceDays; n++) {
    const size = Math.min(5 + random.below(16), attendances - done)
    // Evenly over the years, up to yesterday; the last ones wait for a social worker.
    const evenly = begin + ((done + size / 2) / attendances) * (now - dayMs - begin)
    const at = Math.min(evenly + late * dayMs, now - dayMs)
    const team = random.pick(teams)
    if (n % codesAtOnce === 0) firstCode = await store.counters.take('activity', codesAtOnce)
    const code = store.counters.format('activity', firstCode + (n % codesAtOnce))
    const activity = districtActivity({ code, team, at, key: `demo:district:activity:${n}` }, cast, {
      random,
      zone,
      now,
    })
    const date = localDate(activity.start.getTime(), zone)
    const people = call(team.name, { count: size + random.below(3), date, at }, random)
    const happened = happenedAt(activity, { people, size, random })
    const { came } = happened
    late = came.length === 0 ? late + 1 : 0
    if (came.length === 0) continue
    const ids = came.map((_, i) => store.counters.format('hours', firstLine + done + i))
    const { lines, days } = hoursOf(happened, ids, { zone, now })
    await rows.activities.add(happened.activity)
    await rows.signups.add(...signupsOf(happened))
    await rows.hours.add(...lines)
    await rows.days.add(...days)
    done += came.length
  }
  for (const writer of Object.values(rows)) await writer.flush()
  return `${rows.hours.written()} at ${rows.activities.written()} activities`
}

function happenedAt(
  activity: Happened['activity'],
  { people, size, random }: { people: readonly string[]; size: number; random: Random },
): Happened {
  const came = people.slice(0, size)
  const away = people.slice(size)
  const excused = away.slice(0, random.below(away.length + 1))
  const missed = away.slice(excused.length)
  const { key, end, responsible } = activity
  const served = came.length * (1 + random.below(4))
  return {
    activity: {
      ...activity,
      places: people.length + random.below(4),
      taken: came.length,
      served,
      edits: [{ key, at: end, by: responsible, field: 'served', to: served }],
      turnout: { came: came.length, missed: missed.length, excused: excused.length, stamp: 'demo' },
    },
    came,
    missed,
    excused,
    verifiedAt: new Date(end.getTime() + (1 + random.below(9)) * dayMs),
  }
}

/** One activity for each team over the next two weeks. */
async function seedComing(store: Store, ground: Ground): Promise<string> {
  const { now, zone, random, teams, cast } = ground
  const first = await store.counters.take('activity', teams.length)
  const coming = teams.map((team, i) => {
    const at = now + (1 + (i % 14)) * dayMs
    const code = store.counters.format('activity', first + i)
    const activity = districtActivity({ code, team, at, key: `demo:district:coming:${i}` }, cast, ground)
    return { ...activity, places: 10 + random.below(20) }
  })
  for (const activity of coming) await store.timers.setAttendance(activity, new Date(now))
  await store.activities.model.collection.insertMany(coming as never[])
  return `${coming.length} until ${localDate(now + 14 * dayMs, zone)}`
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
