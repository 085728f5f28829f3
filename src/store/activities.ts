import type { Connection } from 'mongoose'
import { type Activity, activitySchema } from './activity.ts'
import { insertedFirst } from './connection.ts'
import { groupPlaces } from './group-places.ts'
import { managing } from './managing.ts'
import { places } from './places.ts'
import type { timers } from './timers.ts'

export type { Activity, Group, Hold, Waiting } from './activity.ts'

/** Activities; how their places are taken and given back is in `places.ts`. */
export function activities(
  connection: Connection,
  { setAttendance }: Pick<ReturnType<typeof timers>, 'setAttendance'>,
) {
  const model = connection.model<Activity>('Activity', activitySchema)
  return {
    model,
    /** Which of these are called off. */
    async cancelledAmong(codes: readonly string[]): Promise<Set<string>> {
      if (codes.length === 0) return new Set()
      const rows = await model
        .find({ _id: { $in: [...new Set(codes)] }, state: 'cancelled' }, { _id: 1 })
        .lean<{ _id: string }[]>()
      return new Set(rows.map(({ _id }) => _id))
    },
    find: (code: string): Promise<Activity | null> => model.findById(code).lean<Activity>(),
    many: (codes: readonly string[]): Promise<Activity[]> =>
      model.find({ _id: { $in: [...codes] } }).lean<Activity[]>(),
    /** The activity a message made, for its rerun. */
    madeBy: (key: string): Promise<Activity | null> => model.findOne({ key }).lean<Activity>(),
    /**
     * False when there is one with this code already. Its timers come first: one without an activity does nothing, an
     * activity without timers would remind nobody.
     */
    async add(activity: Activity): Promise<boolean> {
      await setAttendance(activity, activity.createdAt)
      return insertedFirst(model.create(activity))
    },
    /** Gives an activity its code of the day; one that has one keeps it. Gives the code that counts. */
    async setCheckinCode(code: string, said: string): Promise<string> {
      await model.updateOne({ _id: code, checkinCode: { $exists: false } }, { $set: { checkinCode: said } })
      const row = await model.findById(code, { checkinCode: 1 }).lean<Pick<Activity, 'checkinCode'>>()
      return row?.checkinCode ?? said
    },
    /** Gives an activity another code of the day, or none. Once per message; gives the code that counts. */
    async changeCheckinCode(code: string, said: { key: string; to?: string }): Promise<string | undefined> {
      const { key, to } = said
      await model.updateOne(
        { _id: code, checkinCodeBy: { $ne: key } },
        to
          ? { $set: { checkinCode: to, checkinCodeBy: key } }
          : { $set: { checkinCodeBy: key }, $unset: { checkinCode: 1 } },
      )
      const row = await model.findById(code, { checkinCode: 1 }).lean<Pick<Activity, 'checkinCode'>>()
      return row?.checkinCode
    },
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
    /** Open activities of one title and team that overlap a time: what another one then would repeat. */
    alike: (like: Pick<Activity, 'title' | 'team'>, { start, end }: { start: Date; end: Date }) =>
      model
        .find({
          state: 'open',
          title: like.title,
          team: like.team ?? null,
          start: { $lt: end },
          end: { $gt: start },
        })
        .sort({ start: 1 })
        .lean<Activity[]>(),
    ...managing(model),
    ...places(model),
    ...groupPlaces(model),
  }
}
