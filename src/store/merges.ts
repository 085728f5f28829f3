import { type Connection, Schema } from 'mongoose'
import { insertedFirst } from './connection.ts'
import type { Person } from './people.ts'
import type { ReferenceName } from './references.ts'
import type { Signup } from './signups.ts'

/** How long a merge may be undone, in milliseconds. */
export const undoMs = 30 * 24 * 3600_000

/**
 * Two numbers of one person made one: `from` answers as `into` from then on. Written before anything moves and added to
 * before each move, so that whoever carries it on, or undoes it, knows what was whose.
 */
export type Merge = {
  /** `V000456/` and the message that asked for it. */
  _id: string
  from: string
  into: string
  by: string
  key: string
  at: Date
  state: 'merging' | 'done' | 'undoing' | 'undone'
  undoneBy?: { person: string; key: string; at: Date }
  /** Both as they were. */
  before: { from: Person; into: Person }
  /** What pointed at `from`, by where it stands. */
  moved: { [Name in ReferenceName]?: string[] }
  /** Activities whose sign-ups moved. */
  signups: string[]
  /** Sign-ups of `into` that were over and gave way to one of `from`. */
  replaced: Signup[]
  expiresAt: Date
}

const schema = new Schema<Merge>(
  {
    _id: String,
    from: String,
    into: String,
    by: String,
    key: String,
    at: Date,
    state: String,
    undoneBy: { _id: false, type: { person: String, key: String, at: Date } },
    before: Schema.Types.Mixed,
    moved: Schema.Types.Mixed,
    signups: [String],
    replaced: [Schema.Types.Mixed],
    expiresAt: Date,
  },
  // Lists of what moved are there from the beginning, also when nothing is in them.
  { collection: 'merges', versionKey: false, minimize: false },
)
  .index({ from: 1, at: -1 })
  .index({ key: 1 })
  .index({ expiresAt: 1 }, { expireAfterSeconds: 24 * 3600 })

/** Merges of duplicate people; forgotten when they cannot be undone any more. */
export function merges(connection: Connection) {
  const model = connection.model('Merge', schema)
  return {
    model,
    find: (id: string): Promise<Merge | null> => model.findById(id).lean<Merge>(),
    /** The merge a message asked for or undid, for its rerun. */
    madeBy: (key: string): Promise<Merge | null> =>
      model.findOne({ $or: [{ key }, { 'undoneBy.key': key }] }).lean<Merge>(),
    /** The last merge of a number that was not undone. */
    of: (from: string): Promise<Merge | null> =>
      model
        .findOne({ from, state: { $in: ['merging', 'done', 'undoing'] } })
        .sort({ at: -1 })
        .lean<Merge>(),
    /** Written as it is: the people in it need no casting. */
    add: (merge: Merge): Promise<boolean> => insertedFirst(model.collection.insertOne({ ...merge } as never)),
    /** Notes what is about to move. */
    noteMoved: (id: string, name: ReferenceName, ids: readonly string[]) =>
      model.collection.updateOne(
        { _id: id as never },
        { $addToSet: { [`moved.${name}`]: { $each: [...ids] } } },
      ),
    noteSignup: (id: string, activity: string, replaced?: Signup) =>
      model.collection.updateOne(
        { _id: id as never },
        { $addToSet: { signups: activity, ...(replaced && { replaced }) } },
      ),
    setState: (id: string, state: Merge['state']) => model.updateOne({ _id: id }, { $set: { state } }),
    /** Begins to undo a merge, or goes on with it: false when it is not done yet, or undone. */
    async undo(id: string, undoneBy: NonNullable<Merge['undoneBy']>): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: id, $or: [{ state: { $in: ['done', 'undoing'] } }, { 'undoneBy.key': undoneBy.key }] },
        { $set: { state: 'undoing', undoneBy } },
      )
      return matchedCount === 1
    },
  }
}
