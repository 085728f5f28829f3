import type { Activity } from '../../store/activity.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'
import { ownActivities } from '../own-activities.ts'

/** What somebody has a place at and may check into at this moment. */
export async function openNow(person: Person, context: Context): Promise<Activity[]> {
  const { store, now } = context
  const own = await ownActivities(store, { person: person._id, now })
  return own
    .filter(({ activity, row }) => row.state === 'confirmed' && opensAt(activity, context) <= now.getTime())
    .map(({ activity }) => activity)
}

/** From when check-in to an activity is open, in milliseconds. */
export const opensAt = ({ start }: Activity, { rules }: Pick<Context, 'rules'>): number =>
  start.getTime() - rules.checkinOpensMinutes * 60_000
