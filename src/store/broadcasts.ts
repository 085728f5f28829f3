import { type Connection, Schema } from 'mongoose'
import type { TeamPlace } from '../domain/roles.ts'
import type { Seal } from '../seal.ts'
import type { Locale } from '../locale/index.ts'
import { insertedFirst } from './connection.ts'

/** Somebody or somewhere a broadcast goes: frozen when 是 was said. */
export type Target = {
  platform: string
  account: string
  kind: 'person' | 'room'
  id: string
  person?: string
  /** The child it is for, where `person` is a guardian. */
  child?: string
}

/**
 * A call or an announcement to many, `B7`. `cursor` counts the targets whose outbox rows exist: the plan resumes there.
 * `text` is sealed. `rooms` and `people` count the targets of each kind, so that nobody has to read them to know.
 */
export type Broadcast = {
  _id: string
  kind: 'call' | 'broadcast'
  activity?: string
  /** The audience in words, as it is shown. */
  audience: string
  /** The audience as it was typed: one that goes out later is resolved again then. */
  said: string
  /** What the audience reaches, to know who else may see it; a place without team and station is everything. */
  scope: TeamPlace[]
  text: string
  quickReplies: string[]
  targets: Target[]
  rooms: number
  people: number
  /** People who were left out, by reason. */
  leftOut: { reason: string; count: number }[]
  cursor: number
  state: 'asked' | 'scheduled' | 'planning' | 'planned' | 'withdrawn' | 'dropped'
  /** Who stopped it, when and by which message. */
  withdrawn?: { by: string; at: Date; key: string }
  /** The second social worker who agreed, when and by which message. */
  approved?: { by: string; at: Date; key: string }
  /** Why it was not sent when its time came. */
  dropped?: Dropped
  /** The language its words are made in. */
  locale: Locale
  by: string
  at: Date
  /** Goes out in quiet hours too: what it calls to begins before they end. */
  urgent?: boolean
  /** When it is to go out; none when at once. */
  dueAt?: Date
  /** When it went out, where that was not when it was said. */
  begunAt?: Date
  key: string
}

/** The role was gone, the activity over, nobody left; a second social worker said no, or nothing. */
export type Dropped = 'notAllowed' | 'over' | 'nobody' | 'refused' | 'expired'

/** What is known only when it goes out. */
export type Begin = Pick<Broadcast, 'targets' | 'rooms' | 'people' | 'leftOut' | 'text'> & { begunAt: Date }

/** A broadcast without its targets, of which there may be tens of thousands. */
export type BroadcastHead = Omit<Broadcast, 'targets'>

const target = new Schema(
  { platform: String, account: String, kind: { type: String }, id: String, person: String, child: String },
  { _id: false },
)
const schema = new Schema<Broadcast>(
  {
    _id: String,
    kind: String,
    activity: String,
    audience: String,
    said: String,
    scope: [{ _id: false, team: String, station: String }],
    text: String,
    quickReplies: [String],
    targets: [target],
    rooms: Number,
    people: Number,
    leftOut: [{ _id: false, reason: String, count: Number }],
    cursor: Number,
    state: String,
    withdrawn: { _id: false, type: { by: String, at: Date, key: String } },
    approved: { _id: false, type: { by: String, at: Date, key: String } },
    dropped: String,
    locale: String,
    by: String,
    at: Date,
    urgent: Boolean,
    dueAt: Date,
    begunAt: Date,
    key: String,
  },
  { collection: 'broadcasts', versionKey: false },
)
  // Unique, because the number is new at every run: without it a message that runs twice at once would go out twice.
  .index({ key: 1 }, { unique: true })
  .index({ state: 1 })
  .index({ activity: 1 }, { sparse: true })
  .index({ kind: 1, at: -1 })
  .index({ by: 1, at: -1 })

const withoutTargets = { targets: 0 } as const

/** Broadcasts and calls. Targets are read in slices, and only by the plan. */
export function broadcasts(connection: Connection, seal: Seal) {
  const model = connection.model('Broadcast', schema)
  const open = (row: BroadcastHead | null): BroadcastHead | undefined =>
    row ? { ...row, text: seal.open(row.text) } : undefined
  const codesOf = async (filter: object): Promise<string[]> => {
    const rows = await model.find(filter, { _id: 1 }).lean<{ _id: string }[]>()
    return rows.map(({ _id }) => _id)
  }
  return {
    model,
    head: async (code: string) => open(await model.findById(code, withoutTargets).lean<BroadcastHead>()),
    /** The broadcast a message made, for its rerun. */
    madeBy: async (key: string) => open(await model.findOne({ key }, withoutTargets).lean<BroadcastHead>()),
    /** The last one somebody sent. */
    lastOf: async (person: string) =>
      open(
        await model.findOne({ by: person }, withoutTargets).sort({ at: -1, _id: -1 }).lean<BroadcastHead>(),
      ),
    /** False when this message has made its broadcast already. Written as it is: thousands of targets need no casting. */
    add: (broadcast: Broadcast): Promise<boolean> =>
      insertedFirst(model.collection.insertOne({ ...broadcast, text: seal.seal(broadcast.text) } as never)),
    /** Some of the targets, in their order; undefined once there is nothing to plan any more. */
    async unplannedTargets(code: string, from: number, count: number): Promise<Target[] | undefined> {
      const row = await model
        .findOne({ _id: code, state: 'planning' }, { _id: 1, targets: { $slice: [from, count] } })
        .lean<Pick<Broadcast, 'targets'>>()
      return row?.targets
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
    /** Freezes who gets what was scheduled: from here on it is planned. False when it was stopped, or has begun. */
    async begin(code: string, { text, ...begin }: Begin): Promise<boolean> {
      const { matchedCount } = await model.collection.updateOne({ _id: code, state: 'scheduled' } as never, {
        $set: { ...begin, text: seal.seal(text), state: 'planning' },
      })
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
