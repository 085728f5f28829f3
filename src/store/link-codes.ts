import { type Connection, Schema } from 'mongoose'
import { insertedFirst } from './connection.ts'

/** How long a code that joins a second chat is good for, in milliseconds. */
export const linkCodeMs = 10 * 60_000

/**
 * A code that joins a second chat identity to a person. `_id` is the code's blind index, the code itself is nowhere.
 * `usedBy` is the message that used it, and from which identity.
 */
export type LinkCode = {
  _id: string
  person: string
  /** The identity it was given to. */
  identity: string
  key: string
  expiresAt: Date
  usedBy?: { key: string; identity: string }
}

const schema = new Schema<LinkCode>(
  {
    _id: String,
    person: String,
    identity: String,
    key: String,
    expiresAt: Date,
    usedBy: { _id: false, type: { key: String, identity: String } },
  },
  { collection: 'link_codes', versionKey: false },
)
  .index({ person: 1 })
  .index({ 'usedBy.key': 1 }, { sparse: true })
  .index({ expiresAt: 1 }, { expireAfterSeconds: 24 * 3600 })

/** One-time codes of 关联. */
export function linkCodes(connection: Connection) {
  const model = connection.model('LinkCode', schema)
  return {
    model,
    /** Keeps a code, once per message; earlier ones of the same person that nobody used are good for nothing more. */
    async add(code: LinkCode): Promise<void> {
      await model.deleteMany({ person: code.person, key: { $ne: code.key }, usedBy: { $exists: false } })
      await insertedFirst(model.collection.insertOne({ ...code } as never))
    },
    /** Codes of a person that nobody has used are good for nothing more. */
    drop: (person: string) => model.deleteMany({ person, usedBy: { $exists: false } }),
    /** The code a message used, for its rerun. */
    usedBy: (key: string): Promise<LinkCode | null> => model.findOne({ 'usedBy.key': key }).lean<LinkCode>(),
    /** Whose code it is while it is good. */
    find: (id: string, now: Date): Promise<LinkCode | null> =>
      model.findOne({ _id: id, expiresAt: { $gt: now }, usedBy: { $exists: false } }).lean<LinkCode>(),
    /** Uses a code, once: false when another message did. */
    async use(id: string, by: { key: string; identity: string }): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: id, $or: [{ usedBy: { $exists: false } }, { 'usedBy.key': by.key }] },
        { $set: { usedBy: by } },
      )
      return matchedCount === 1
    },
  }
}
