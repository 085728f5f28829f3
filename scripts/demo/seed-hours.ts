import { localDate } from '../../src/domain/time/local-date.ts'
import type { Activity } from '../../src/store/activities.ts'
import type { HoursEntry } from '../../src/store/hours.ts'
import type { Store } from '../../src/store/index.ts'
import { stations } from './data.ts'
import { demoActivity } from './seed-activities.ts'
import type { DemoTime } from './seed.ts'
import type { DemoPerson } from './seed-people.ts'

/** Past activities, one every six days: about five months, every station twice. */
const past = 24
const everyDays = 6

/** Some months of activities that are over, with hours a social worker of the demo verified. */
export async function seedHours(store: Store, people: readonly DemoPerson[], time: DemoTime): Promise<void> {
  const firstCode = await store.counters.take('activity', past)
  const done = Array.from({ length: past }, (_, i) => {
    const station = stations[i % stations.length]
    const activity = demoActivity(
      {
        code: store.counters.format('activity', firstCode + i),
        station: station?.name ?? '',
        team: station?.teams[Math.floor(i / stations.length) % 2] ?? '',
        key: `demo:past:${i}`,
      },
      { days: -2 - i * everyDays, hour: 9, hours: 3 + (i % 2) },
      { ...time, people },
    )
    // Beside the station's own people some others come, more of them the longer ago it was.
    const came = people.filter(
      (person, n) =>
        person.role !== 'socialWorker' && (person.station === station?.name || (n + i) % 6 === 0),
    )
    const served = 2 * came.length
    const { key, end: at, responsible: by } = activity
    const edits = [{ key, at, by, field: 'served' as const, to: served }]
    return { activity: { ...activity, taken: came.length, served, edits }, came }
  })
  await store.activities.model.insertMany(done.map(({ activity }) => activity))
  const lines = done.flatMap(({ activity, came }) => came.map((person) => ({ activity, person })))
  const firstLine = await store.counters.take('hours', lines.length)
  await store.hours.model.insertMany(
    lines.map(({ activity, person }, i) =>
      lineOf(store.counters.format('hours', firstLine + i), { activity, person, zone: time.zone }),
    ),
  )
}

function lineOf(
  id: string,
  { activity, person, zone }: { activity: Activity; person: DemoPerson; zone: string },
): HoursEntry {
  const minutes = (activity.end.getTime() - activity.start.getTime()) / 60_000
  const verified = new Date(activity.end.getTime() + 24 * 3_600_000)
  return {
    _id: id,
    person: person.number,
    activity: activity._id,
    ...(activity.team && { team: activity.team }),
    ...(activity.station && { station: activity.station }),
    category: activity.category,
    date: localDate(activity.start.getTime(), zone),
    start: activity.start,
    end: activity.end,
    claimed: minutes,
    planned: minutes,
    minutes,
    state: 'verified',
    by: person.number,
    claimedAt: activity.end,
    verifiers: [{ person: activity.responsible, key: 'demo', at: verified, minutes, to: 'verified' }],
    verifiedAt: verified,
    uncounted: 'demo',
    key: `demo:hours:${id}`,
    demo: true,
  }
}
