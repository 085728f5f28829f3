import { type Connection, Schema } from 'mongoose'
import type { Seal } from '../seal.ts'
import { insertedFirst } from './connection.ts'

/** Days the inbox remembers a message: longer than any platform redelivers. */
export const inboxDays = 14

/** What became of a message. `outcome` names the command or why nothing was done; `replies` is sealed. */
type Row = { _id: string; at: Date; outcome: string; person?: string; sealed: string; outboxDone?: boolean }

const schema = new Schema<Row>(
  { _id: String, at: Date, outcome: String, person: String, sealed: String, outboxDone: Boolean },
  { collection: 'inbox', versionKey: false },
)
  .index({ at: 1 }, { expireAfterSeconds: inboxDays * 24 * 3600 })
  .index({ outboxDone: 1, at: 1 }, { partialFilterExpression: { outboxDone: false } })

/** The commit point: a message whose row is here has been handled, and its replies are known word for word. */
export function inbox<Replies>(connection: Connection, seal: Seal) {
  const model = connection.model('Inbox', schema)
  const read = (row: Row): Replies => JSON.parse(seal.open(row.sealed)) as Replies
  return {
    model,
    read,
    async find(key: string): Promise<Replies | undefined> {
      const row = await model.findById(key).lean<Row>()
      return row ? read(row) : undefined
    },
    /** Writes the row; false when it is there already: then that one counts. */
    add: (row: {
      key: string
      at: Date
      outcome: string
      person?: string
      replies: Replies
      outboxDone: boolean
    }): Promise<boolean> =>
      insertedFirst(
        model.collection.insertOne({
          _id: row.key,
          at: row.at,
          outcome: row.outcome,
          ...(row.person && { person: row.person }),
          sealed: seal.seal(JSON.stringify(row.replies)),
          outboxDone: row.outboxDone,
        } as never),
      ),
    /** Rows whose outbox rows may be missing because the process died in between. */
    unfinished: (before: Date, limit: number): Promise<Row[]> =>
      model
        .find({ outboxDone: false, at: { $lt: before } })
        .limit(limit)
        .lean<Row[]>(),
    finished: (keys: readonly string[]) =>
      model.updateMany({ _id: { $in: [...keys] } }, { $unset: { outboxDone: 1 } }),
  }
}
