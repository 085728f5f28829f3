import { checkinOpensMs } from '../../domain/attendance-times.ts'
import type { Activity } from '../../store/activity.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'
import { ownActivities } from '../own-activities.ts'

/** What somebody has a place at and may check into at this moment. */
export async function openNow(person: Person, { store, now }: Context): Promise<Activity[]> {
  const own = await ownActivities(store, { person: person._id, now })
  return own
    .filter(({ activity, row }) => row.state === 'confirmed' && opensBy(activity, now))
    .map(({ activity }) => activity)
}

const opensBy = ({ start }: Activity, now: Date): boolean => start.getTime() - checkinOpensMs <= now.getTime()
