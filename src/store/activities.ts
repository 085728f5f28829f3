import type { Connection } from 'mongoose'
import { type Activity, activitySchema } from './activity.ts'
import { insertedFirst } from './connection.ts'
import { managing } from './managing.ts'
import { places } from './places.ts'

export type { Activity, Hold, Waiting } from './activity.ts'

/** Activities; how their places are taken and given back is in `places.ts`. */
export function activities(connection: Connection) {
  const model = connection.model<Activity>('Activity', activitySchema)
  return {
    model,
    find: (code: string): Promise<Activity | null> => model.findById(code).lean<Activity>(),
    many: (codes: readonly string[]): Promise<Activity[]> =>
      model.find({ _id: { $in: [...codes] } }).lean<Activity[]>(),
    /** The activity a message made, for its rerun. */
    madeBy: (key: string): Promise<Activity | null> => model.findOne({ key }).lean<Activity>(),
    /** False when there is one with this code already. */
    add: (activity: Activity): Promise<boolean> => insertedFirst(model.create(activity)),
    /** Open activities that have not ended, soonest first. `skip` serves 更多. */
    upcoming: (filter: {
      now: Date
      from?: Date
      to?: Date
      category?: string
      team?: string
      skip?: number
      limit: number
    }): Promise<Activity[]> =>
      model
        .find({
          state: 'open',
          end: { $gt: filter.now },
          ...(filter.from || filter.to
            ? { start: { ...(filter.from && { $gte: filter.from }), ...(filter.to && { $lt: filter.to }) } }
            : {}),
          ...(filter.category && { category: filter.category }),
          ...(filter.team && { team: filter.team }),
        })
        .sort({ start: 1, _id: 1 })
        .skip(filter.skip ?? 0)
        .limit(filter.limit)
        .lean<Activity[]>(),
    ...managing(model),
    ...places(model),
  }
}
