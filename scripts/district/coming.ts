import { localDate } from '../../src/domain/time/local-date.ts'
import type { Store } from '../../src/store/index.ts'
import { districtActivity } from './activities.ts'
import type { Ground } from './past.ts'

const dayMs = 86_400_000

/** One activity for each team over the next two weeks. */
export async function seedComing(store: Store, ground: Ground): Promise<string> {
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
