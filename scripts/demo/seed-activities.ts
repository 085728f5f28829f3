import { addDays, localDate, startOfDay } from '../../src/domain/time/local-date.ts'
import type { Activity } from '../../src/store/activities.ts'
import type { Store } from '../../src/store/index.ts'
import { signupId } from '../../src/store/signups.ts'
import { stations, themes } from './data.ts'
import type { DemoTime } from './seed.ts'
import type { DemoPerson } from './seed-people.ts'

const hourMs = 3_600_000

/** A team's activity on a day some days from now (before it when negative), at an hour of the local clock. */
export function demoActivity(
  { code, station, team, key }: { code: string; station: string; team: string; key: string },
  { days, hour, hours }: { days: number; hour: number; hours: number },
  { now, zone, people }: DemoTime & { people: readonly DemoPerson[] },
): Activity {
  const theme = themes.find(({ ending }) => team.endsWith(ending)) ?? themes[0]
  const start = startOfDay(addDays(localDate(now.getTime(), zone), days), zone) + hour * hourMs
  const responsible = people.find((person) => person.role === 'socialWorker' && person.station === station)
  return {
    _id: code,
    title: `${theme?.title}（演示）`,
    category: theme?.category ?? '',
    team,
    station,
    place: theme?.place ?? '',
    ...(theme?.risk && { risk: theme.risk }),
    ...(theme?.minAge && { minAge: theme.minAge }),
    start: new Date(start),
    end: new Date(start + hours * hourMs),
    restMinutes: 0,
    places: 10,
    taken: 0,
    holds: [],
    waiting: [],
    freed: [],
    skills: theme?.skills ?? [],
    state: days > 0 ? 'open' : 'closed',
    responsible: responsible?.number ?? '',
    key,
    createdAt: new Date(Math.min(start, now.getTime()) - 24 * hourMs),
    demo: true,
  }
}

/** An activity for one team of every station, over the coming ten days; people of the station are signed up. */
export async function seedActivities(
  store: Store,
  people: readonly DemoPerson[],
  { now, zone }: DemoTime,
): Promise<void> {
  const first = await store.counters.take('activity', stations.length)
  const made = stations.map(({ name, teams }, i) => {
    const activity = demoActivity(
      {
        code: store.counters.format('activity', first + i),
        station: name,
        team: teams[i % 2] ?? '',
        key: `demo:activity:${i}`,
      },
      { days: 1 + ((i * 3) % 10), hour: i % 3 === 0 ? 9 : i % 3 === 1 ? 14 : 19, hours: 2 + (i % 2) },
      { now, zone, people },
    )
    const coming = people.filter((person) => person.station === name && person.role !== 'socialWorker')
    return {
      activity: { ...activity, taken: coming.length, meetAt: `${activity.place}门口`, bring: '水、帽子' },
      coming,
    }
  })
  await store.activities.model.insertMany(made.map(({ activity }) => activity))
  for (const { activity, coming } of made) {
    const step = { state: 'confirmed' as const, key: activity.key, at: activity.createdAt }
    await store.signups.model.insertMany(
      coming.map(({ number }) => ({
        _id: signupId(activity._id, number),
        activity: activity._id,
        person: number,
        ...step,
        steps: [{ ...step, by: number }],
        demo: true,
      })),
    )
    await store.people.model.updateMany(
      { _id: { $in: coming.map(({ number }) => number) } },
      {
        $push: {
          commitments: { code: activity._id, start: activity.start, end: activity.end, key: activity.key },
        },
      },
    )
  }
}
