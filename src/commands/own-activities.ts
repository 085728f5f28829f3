import type { Activity } from '../store/activity.ts'
import type { Store } from '../store/index.ts'
import type { Signup } from '../store/signups.ts'

/** Rows looked through for those that lie ahead: past ones stay in the same states until hours are claimed. */
const usualMost = 200

/** What a person has a place at, an offer for or waits for, and has not ended yet; soonest first. */
export async function ownActivities(
  store: Store,
  { person, now, most = usualMost }: { person: string; now: Date; most?: number },
): Promise<{ activity: Activity; row: Signup }[]> {
  const rows = await store.signups.ofPerson(person, ['confirmed', 'offered', 'waiting'], most)
  const activities = await store.activities.many(rows.map(({ activity }) => activity))
  return rows
    .flatMap((row) => {
      const activity = activities.find(({ _id }) => _id === row.activity)
      return activity && activity.state === 'open' && activity.end > now ? [{ activity, row }] : []
    })
    .toSorted((a, b) => a.activity.start.getTime() - b.activity.start.getTime())
}
