import { type Connection, Schema } from 'mongoose'
import { insertedFirst } from './connection.ts'

/** Something due at a moment, `kind:subject:due`. MongoDB alone knows it: an emptied Redis forgets nothing. */
export type Timer = {
  _id: string
  kind: 'offer-expires'
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
