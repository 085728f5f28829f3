import { type Connection, Schema } from 'mongoose'
import { insertedFirst } from './connection.ts'

/** One chat account of somebody: `platform:account:user`. `person` is the number reserved for or given to its holder. */
export type Identity = {
  _id: string
  platform: string
  account: string
  user: string
  name: string
  person?: string
  blocked?: boolean
  locale?: 'zh-CN' | 'en'
  /** When it was first heard of; where its person has several, when it was used last. */
  seenAt: Date
  /** Its person has, or had, other identities beside it: each use is noted, so that what is sent goes to the latest. */
  several?: boolean
  /** Whose it was until 换号 gave its person to another identity, and by which message. */
  former?: { person: string; key: string; at: Date }
  /** The message that last got the one polite hint, so that a rerun says it again and others do not. */
  hint?: { key: string; at: Date }
}

const schema = new Schema<Identity>(
  {
    _id: String,
    platform: String,
    account: String,
    user: String,
    name: String,
    person: String,
    blocked: Boolean,
    locale: String,
    seenAt: Date,
    several: Boolean,
    former: { _id: false, type: { person: String, key: String, at: Date } },
    hint: { _id: false, type: { key: String, at: Date } },
  },
  { collection: 'identities', versionKey: false },
)
  .index({ person: 1 })
  .index({ 'former.key': 1 }, { sparse: true })

/** Whether a platform account is on, so that somebody can be reached by it. */
export type IsOn = (platform: string, account: string) => boolean

/** People asked for at once. */
const pageSize = 500

/** Chat identities. A person may have several; a call reaches one of them. */
export function identities(connection: Connection) {
  const model = connection.model('Identity', schema)
  return {
    model,
    find: (id: string): Promise<Identity | null> => model.findById(id).lean(),
    /** Remembers somebody who speaks for the first time. */
    add: (identity: Identity): Promise<boolean> =>
      insertedFirst(model.collection.insertOne(identity as never)),
    ofPeople: (people: readonly string[]): Promise<Identity[]> =>
      model
        .find({ person: { $in: [...people] } })
        .sort({ seenAt: -1 })
        .lean(),
    /**
     * The identity each of many people used last, where they are not blocked and it is on; people without one are not
     * in it.
     */
    async latestOf(people: readonly string[], isOn: IsOn = () => true): Promise<Map<string, Identity>> {
      const latest = new Map<string, Identity>()
      for (let from = 0; from < people.length; from += pageSize) {
        const rows = await model
          .find({ person: { $in: people.slice(from, from + pageSize) }, blocked: { $ne: true } })
          .sort({ seenAt: -1 })
          .lean<Identity[]>()
        for (const row of rows)
          if (row.person && !latest.has(row.person) && isOn(row.platform, row.account))
            latest.set(row.person, row)
      }
      return latest
    },
    /** Reserves a person's number for this identity; gives the one reserved first when there is one already. */
    async reserve(id: string, person: string): Promise<string> {
      await model.updateOne({ _id: id, person: { $exists: false } }, { $set: { person } })
      const row = await model.findById(id, { person: 1 }).lean()
      return row?.person ?? person
    },
    /** Forgets a person's chat accounts, so that they are strangers again. Of a blocked one only the block stays. */
    async forget(person: string): Promise<void> {
      await model.deleteMany({ person, blocked: { $ne: true } })
      await model.updateMany({ person }, { $set: { name: '' }, $unset: { person: 1, hint: 1 } })
    },
    /** An identity that spoke, where its person has several: the one used last is where they are reached. */
    used: (id: string, at: Date) => model.updateOne({ _id: id }, { $max: { seenAt: at } }),
    /**
     * Gives an identity to a person who has others, used last at `at`. `instead` is the number that was reserved for
     * it and became nobody. False when it belongs to somebody else.
     */
    async join(id: string, to: { person: string; at: Date; instead?: string | undefined }): Promise<boolean> {
      const { person, at, instead } = to
      const free = { $or: [{ person: { $exists: false } }, { person: { $in: [person, instead ?? person] } }] }
      const { matchedCount } = await model.updateOne(
        { _id: id, ...free },
        { $set: { person, several: true }, $max: { seenAt: at } },
      )
      if (matchedCount === 1) await model.updateMany({ person }, { $set: { several: true } })
      return matchedCount === 1
    },
    /** The identities of a person who has several by now. */
    shared: (person: string) => model.updateMany({ person }, { $set: { several: true } }),
    /** Takes all identities but one from a person; gives those this message took, also when it is run again. */
    async leaveOnly(keep: string, taken: { person: string; key: string; at: Date }): Promise<Identity[]> {
      const { person, key } = taken
      await model.updateMany(
        { person, _id: { $ne: keep } },
        { $set: { former: taken }, $unset: { person: 1 } },
      )
      return model.find({ 'former.key': key }).lean<Identity[]>()
    },
    many: (ids: readonly string[]): Promise<Identity[]> =>
      model.find({ _id: { $in: [...ids] } }).lean<Identity[]>(),
    setLocale: (id: string, locale: 'zh-CN' | 'en') => model.updateOne({ _id: id }, { $set: { locale } }),
    /** Claims the one hint of ten minutes for a message; true for the message that has it, also on a rerun. */
    async claimHint(id: string, hint: { key: string; at: Date }): Promise<boolean> {
      const since = new Date(hint.at.getTime() - 10 * 60_000)
      const { matchedCount } = await model.updateOne(
        {
          _id: id,
          $or: [{ hint: { $exists: false } }, { 'hint.at': { $lt: since } }, { 'hint.key': hint.key }],
        },
        { $set: { hint } },
      )
      return matchedCount === 1
    },
  }
}
