import { type Connection, Schema } from 'mongoose'
import { attendanceKinds, type AttendanceKind, attendanceTimes } from '../domain/attendance-times.ts'
import { insertedFirst, isDuplicate } from './connection.ts'

/** Something due at a moment, `kind:subject:due`. MongoDB alone knows it: an emptied Redis forgets nothing. */
export type Timer = {
  _id: string
  kind:
    | 'offer-expires'
    | 'finish-closing'
    | 'handover-ends'
    | 'comes-of-age'
    | 'forget-report'
    | 'broadcast-due'
    | 'approval-ends'
    | AttendanceKind
  due: Date
  data: Record<string, string>
  leaseUntil?: Date
}

const schema = new Schema<Timer>(
  { _id: String, kind: String, due: Date, data: { type: Map, of: String }, leaseUntil: Date },
  { collection: 'timers', versionKey: false },
).index({ due: 1 })

export const timerId = (kind: Timer['kind'], subject: string, due: Date): string =>
  `${kind}:${subject}:${due.getTime()}`

/** Timers. Any worker claims what is due with a lease; a worker that dies leaves the timer to the next. */
export function timers(connection: Connection) {
  const model = connection.model('Timer', schema)
  return {
    model,
    set: (timer: Omit<Timer, '_id'> & { subject: string }): Promise<boolean> => {
      const { subject, ...row } = timer
      return insertedFirst(
        model.collection.insertOne({ _id: timerId(row.kind, subject, row.due), ...row } as never),
      )
    },
    /**
     * Sets what is due around an activity and still lies ahead; what is set already stays. To be called whenever an
     * activity gets a start and an end. Timers of an earlier plan may stay: they find the plan changed when they ring.
     */
    async setAttendance(activity: { _id: string; start: Date; end: Date }, now: Date): Promise<void> {
      const times = attendanceTimes(activity)
      const rows = attendanceKinds
        .filter((kind) => times[kind] > now)
        .map((kind) => ({
          _id: timerId(kind, activity._id, times[kind]),
          kind,
          due: times[kind],
          data: { activity: activity._id },
        }))
      if (rows.length === 0) return
      try {
        await model.collection.insertMany(rows as never[], { ordered: false })
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    },
    /** The longest due timer nobody works on. */
    claimDue: (now: Date, leaseUntil: Date): Promise<Timer | null> =>
      model
        .findOneAndUpdate(
          { due: { $lte: now }, $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lt: now } }] },
          { $set: { leaseUntil } },
          { sort: { due: 1 }, returnDocument: 'after' },
        )
        .lean<Timer>(),
    done: (id: string) => model.deleteOne({ _id: id }),
  }
}
