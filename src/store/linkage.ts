import type { Connection } from 'mongoose'
import type { Activity } from './activity.ts'

/** Who leads what: questions over several collections at once. */
export function linkage(connection: Connection) {
  const activities = () => connection.db!.collection<Activity>('activities')
  return {
    /** The latest activity of a category: where it was and who answered for it. */
    latestOfCategory: (
      category: string,
    ): Promise<Pick<Activity, 'responsible' | 'team' | 'station'> | null> =>
      activities().findOne(
        { category },
        { sort: { start: -1 }, projection: { responsible: 1, team: 1, station: 1 } },
      ),
  }
}
