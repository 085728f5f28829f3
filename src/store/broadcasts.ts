import type { Connection } from 'mongoose'
import type { Seal } from '../seal.ts'
import {
  type Begin,
  type Broadcast,
  broadcastSchema,
  type Dropped,
  type NewBroadcast,
  type Reach,
} from './broadcast.ts'
import type { BroadcastTargets } from './broadcast-targets.ts'
import { insertedFirst } from './connection.ts'

export type { Begin, Broadcast, Dropped, NewBroadcast, Reach } from './broadcast.ts'

/** Broadcasts and calls, without whom they go to: that is read by the plan only. */
export function broadcasts(connection: Connection, seal: Seal, targets: BroadcastTargets) {
  const model = connection.model('Broadcast', broadcastSchema)
  const open = (row: Broadcast | null): Broadcast | undefined =>
    row ? { ...row, text: seal.open(row.text) } : undefined
  const codesOf = async (filter: object): Promise<string[]> => {
    const rows = await model.find(filter, { _id: 1 }).lean<{ _id: string }[]>()
    return rows.map(({ _id }) => _id)
  }
  return {
    model,
    find: async (code: string) => open(await model.findById(code).lean<Broadcast>()),
    /** The broadcast a message made, for its rerun. */
    madeBy: async (key: string) => open(await model.findOne({ key }).lean<Broadcast>()),
    /** The last one somebody sent. */
    lastOf: async (person: string) =>
      open(await model.findOne({ by: person }).sort({ at: -1, _id: -1 }).lean<Broadcast>()),
    /**
     * False when this message has made its broadcast already. Whom it goes to is written before, so that what is
     * planned is whole.
     */
    async add({ targets: all, ...broadcast }: NewBroadcast): Promise<boolean> {
      const list = all.length > 0 && { list: await targets.write(all) }
      const row = { ...broadcast, ...list, text: seal.seal(broadcast.text) }
      return insertedFirst(model.collection.insertOne(row as never))
    },
    /** Moves the plan on; only forwards. False once it was withdrawn. */
    async advance(code: string, cursor: number, done: boolean): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: code, state: 'planning', cursor: { $lt: cursor } },
        { $set: { cursor, ...(done && { state: 'planned' }) } },
      )
      return matchedCount === 1
    },
    /** A second person agreed: it waits for its time only. False when it was stopped before, or agreed to by another message. */
    async approve(code: string, approved: NonNullable<Broadcast['approved']>): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: code, state: 'asked' },
        { $set: { state: 'scheduled', approved } },
      )
      return (
        matchedCount === 1 || (await model.countDocuments({ _id: code, 'approved.key': approved.key })) > 0
      )
    },
    /** Its time has come, and it needs a second person's word first. False when it was stopped, or has begun. */
    async askFirst(code: string, { text, ...reach }: Reach): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: code, state: { $in: ['scheduled', 'asked'] } },
        { $set: { ...reach, text: seal.seal(text), state: 'asked' }, $unset: { dueAt: 1 } },
      )
      return matchedCount === 1
    },
    /** Freezes who gets what was scheduled: from here on it is planned. False when it was stopped, or has begun. */
    async begin(code: string, { text, targets: all, ...begin }: Begin): Promise<boolean> {
      const list = await targets.write(all)
      const { matchedCount } = await model.updateOne(
        { _id: code, state: 'scheduled' },
        { $set: { ...begin, list, text: seal.seal(text), state: 'planning' } },
      )
      return matchedCount === 1
    },
    /** It is not sent. False when it was stopped, or has begun. */
    async drop(code: string, dropped: Dropped): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: code, $or: [{ state: { $in: ['asked', 'scheduled'] } }, { state: 'dropped', dropped }] },
        { $set: { state: 'dropped', dropped } },
      )
      return matchedCount === 1
    },
    /** Stops it, once: false when another message did before. */
    async withdraw(code: string, withdrawn: NonNullable<Broadcast['withdrawn']>): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        {
          _id: code,
          $or: [{ state: { $nin: ['withdrawn', 'dropped'] } }, { 'withdrawn.key': withdrawn.key }],
        },
        { $set: { state: 'withdrawn', withdrawn } },
      )
      return matchedCount === 1
    },
    isWithdrawn: async (code: string): Promise<boolean> =>
      (await model.countDocuments({ _id: code, state: 'withdrawn' })) > 0,
    /** Which of these were withdrawn. */
    async withdrawnAmong(codes: readonly string[]): Promise<Set<string>> {
      if (codes.length === 0) return new Set()
      const rows = await model
        .find({ _id: { $in: [...new Set(codes)] }, state: 'withdrawn' }, { _id: 1 })
        .lean<Pick<Broadcast, '_id'>[]>()
      return new Set(rows.map(({ _id }) => _id))
    },
    /** The calls to an activity that went out. */
    callsTo: (activity: string): Promise<string[]> => codesOf({ kind: 'call', activity }),
    /** All calls that went out since a moment. */
    callsSince: (since: Date): Promise<string[]> =>
      codesOf({ kind: 'call', $or: [{ at: { $gte: since } }, { begunAt: { $gte: since } }] }),
    unplanned: (): Promise<Pick<Broadcast, '_id'>[]> => model.find({ state: 'planning' }, { _id: 1 }).lean(),
  }
}
