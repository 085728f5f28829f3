import { type Connection, Schema } from 'mongoose'
import { insertedFirst } from './connection.ts'

/** A fact that becomes true once: the first admin, the demo seed, the data key, a paused account. */
type Mark = {
  _id: string
  key?: string
  at: Date
  text?: string
  count?: number
  /** The messages that tried, for a limit that a rerun does not use up. */
  tries?: string[]
  /** When it may be forgotten: tries are counted by the day. */
  expiresAt?: Date
}

/** How long tries are remembered, in milliseconds: longer than a day lasts anywhere. */
const triesMs = 3 * 24 * 3600_000

const schema = new Schema<Mark>(
  {
    _id: String,
    key: String,
    at: Date,
    text: String,
    count: Number,
    tries: { type: [String], default: undefined },
    expiresAt: Date,
  },
  { collection: 'marks', versionKey: false },
).index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

/** Marks, by name. */
export function marks(connection: Connection) {
  const model = connection.model('Mark', schema)
  return {
    model,
    find: (id: string): Promise<Mark | null> => model.findById(id).lean<Mark>(),
    /** True for the one who sets it, and again for the rerun of the same message. */
    async setOnce(id: string, mark: { key: string; at: Date; text?: string }): Promise<boolean> {
      if (await insertedFirst(model.collection.insertOne({ _id: id, ...mark } as never))) return true
      return (await model.findById(id).lean<Mark>())?.key === mark.key
    },
    /** Counts one more and gives the sum: attempts, for limits. */
    async count(id: string, at: Date): Promise<number> {
      await model.updateOne({ _id: id }, { $setOnInsert: { at, count: 0 } }, { upsert: true })
      const row = await model
        .findOneAndUpdate({ _id: id }, { $inc: { count: 1 } }, { returnDocument: 'after' })
        .lean<Mark>()
      return row?.count ?? 1
    },
    /** Whether a message is among the first `limit` that try something; a rerun is the same try. */
    async attempt(
      id: string,
      { key, at, limit }: { key: string; at: Date; limit: number },
    ): Promise<boolean> {
      const expiresAt = new Date(at.getTime() + triesMs)
      await insertedFirst(model.collection.insertOne({ _id: id, at, tries: [], expiresAt } as never))
      await model.updateOne(
        { _id: id, tries: { $ne: key }, [`tries.${limit - 1}`]: { $exists: false } },
        { $push: { tries: key } },
      )
      return (await model.countDocuments({ _id: id, tries: key })) > 0
    },
    /** Notes an amount of something, once per thing it came of. */
    note: (what: string, of: { id: string; count: number; at: Date }): Promise<boolean> =>
      insertedFirst(
        model.collection.insertOne({ _id: `${what}:${of.id}`, at: of.at, count: of.count } as never),
      ),
    /** The sum of what was noted of something since a moment. */
    async sum(what: string, since: Date): Promise<number> {
      const rows = await model.aggregate<{ count: number }>([
        { $match: { _id: { $gte: `${what}:`, $lt: `${what};` }, at: { $gte: since } } },
        { $group: { _id: null, count: { $sum: '$count' } } },
      ])
      return rows[0]?.count ?? 0
    },
    clear: (id: string) => model.deleteOne({ _id: id }),
  }
}
