import { type Connection, Schema } from 'mongoose'
import type { Seal } from '../seal.ts'
import { bulkRows } from './bulk-rows.ts'
import { isDuplicate } from './connection.ts'
import { waitingIndex, waitingRows } from './waiting-rows.ts'

/** Days a settled row is kept. */
export const outboxDays = 30

/** Why a row of a broadcast that was withdrawn is not sent. */
export const withdrawnReason = 'withdrawn'

/** What is said, sealed at rest. */
export type OutboxContent = {
  text: string
  quickReplies: string[]
  mentions: string[]
  files: { name: string; url: string }[]
  inReplyTo?: string
  /** For a platform that answers by what the message itself brought along. */
  replyHandle?: Record<string, unknown>
}

/**
 * One message on its way out, `key#n`. States: queued → claimed → calling → sent | failed | unknown.
 * `token` belongs to the process that claimed it; `leaseUntil` ends its right. `calling` means the platform may have it.
 */
export type OutboxRow = {
  _id: string
  platform: string
  account: string
  to: { kind: 'person' | 'room'; id: string }
  /** Rows of one conversation go out in order. */
  conversation: string
  lane: 'reply' | 'bulk'
  state: 'queued' | 'claimed' | 'calling' | 'sent' | 'failed' | 'unknown'
  tries: number
  createdAt: Date
  /** Not before this moment. */
  dueAt: Date
  /** Given up after this moment. */
  giveUpAt: Date
  token?: string
  leaseUntil?: Date
  /** When a bulk row was last handed to its queue. */
  fedAt?: Date
  settledAt?: Date
  platformId?: string
  reason?: string
  broadcast?: string
  /** The person behind it: opt-out is looked at again at the claim. */
  person?: string
  /** The child it is for, where `person` is a guardian who reads it. */
  child?: string
  /** Goes out in quiet hours too. */
  urgent?: boolean
  /** The activity it calls to: whether that still takes place is looked at again at the claim. */
  activity?: string
  /** `X3`: by which an admin speaks of a row that was once unknown (see unknown-rows.ts). */
  code?: string
  /** When the admins were told that it is unknown. */
  toldAt?: Date
  /** Of the call whose end nobody saw, while the row waits for its next try. */
  formerToken?: string
  /** The last word of an admin on a row that was unknown, with the message that said it. */
  decision?: { did: 'resent' | 'left'; key: string; by: string; at: Date }
}

export type OutboxModel = ReturnType<typeof outbox>['model']

/** A row as it is stored. */
export type SealedRow = OutboxRow & { sealed: string }
type Row = SealedRow

/** The right to a row: the token of its holder until the lease ends, and whether the platform is called at once. */
export type Claim = { token: string; now: Date; leaseUntil: Date; calling: boolean }

export type NewOutboxRow = Pick<
  OutboxRow,
  | '_id'
  | 'platform'
  | 'account'
  | 'to'
  | 'conversation'
  | 'lane'
  | 'createdAt'
  | 'giveUpAt'
  | 'broadcast'
  | 'person'
  | 'activity'
  | 'urgent'
  | 'child'
> & {
  /** Not before this moment; at once when it is not said. */
  dueAt?: Date
  content: OutboxContent
}

const schema = new Schema<Row>(
  {
    _id: String,
    platform: String,
    account: String,
    to: { kind: { type: String }, id: String },
    conversation: String,
    lane: String,
    state: String,
    tries: Number,
    createdAt: Date,
    dueAt: Date,
    giveUpAt: Date,
    token: String,
    leaseUntil: Date,
    fedAt: Date,
    settledAt: Date,
    platformId: String,
    reason: String,
    broadcast: String,
    person: String,
    activity: String,
    code: String,
    toldAt: Date,
    formerToken: String,
    decision: { type: { did: String, key: String, by: String, at: Date }, _id: false, default: undefined },
    urgent: Boolean,
    child: String,
    sealed: String,
  },
  { collection: 'outbox', versionKey: false },
)
  .index(waitingIndex)
  .index({ leaseUntil: 1 }, { sparse: true })
  // With the person in it, who was called is answered from the index alone.
  .index({ broadcast: 1, state: 1, person: 1 }, { sparse: true })
  // Only calls: which one somebody answers.
  .index({ person: 1, createdAt: -1 }, { partialFilterExpression: { activity: { $exists: true } } })
  .index({ code: 1 }, { sparse: true })
  .index({ settledAt: 1 }, { expireAfterSeconds: outboxDays * 24 * 3600 })

/** States in which the other side has a message, or may have it. */
const reached: readonly OutboxRow['state'][] = ['sent', 'unknown', 'calling']

/** Messages on their way out. All changes of state are conditional on the state before, or on the token. */
export function outbox(connection: Connection, seal: Seal) {
  const model = connection.model<Row>('Outbox', schema)
  const open = ({ sealed, ...row }: Row): OutboxRow & { content: OutboxContent } => ({
    ...row,
    content: JSON.parse(seal.open(sealed)) as OutboxContent,
  })
  /** What is said to many is sealed once: the same words in the same bytes, as anybody could tell by the broadcast. */
  const sealRows = (rows: readonly NewOutboxRow[]) => {
    const sealed = new Map<OutboxContent, string>()
    const sealOnce = (content: OutboxContent) => {
      const known = sealed.get(content) ?? seal.seal(JSON.stringify(content))
      sealed.set(content, known)
      return known
    }
    return rows.map(({ content, ...row }) => ({
      ...row,
      state: 'queued',
      tries: 0,
      dueAt: row.dueAt ?? row.createdAt,
      sealed: sealOnce(content),
    }))
  }
  const bulk = bulkRows(model)
  return {
    model,
    ...waitingRows(model),
    /** Adds rows that are not there yet: a rerun adds nothing. */
    async addAll(rows: readonly NewOutboxRow[]): Promise<void> {
      const documents = sealRows(rows)
      const [first] = documents
      if (!first) return
      try {
        // Most messages have one answer, and one is cheaper to insert as one than as a list.
        if (documents.length === 1) await model.collection.insertOne(first as never)
        else await model.collection.insertMany(documents as never[], { ordered: false })
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    },
    /** Claims a queued row that is due, for the holder of `token` until its lease ends. */
    async claim(id: string, claim: Claim) {
      const row = await model
        .findOneAndUpdate(
          { _id: id, state: 'queued', dueAt: { $lte: claim.now } },
          {
            $set: {
              state: claim.calling ? 'calling' : 'claimed',
              token: claim.token,
              leaseUntil: claim.leaseUntil,
            },
            $inc: { tries: 1 },
          },
          { returnDocument: 'after' },
        )
        .lean<Row>()
      return row ? open(row) : undefined
    },
    claimAll: async (ids: readonly string[], claim: Claim) => (await bulk.claimAll(ids, claim)).map(open),
    settleSent: bulk.settleSent,
    /** Which of these rows exist. */
    async present(ids: readonly string[]): Promise<string[]> {
      const rows = await model.find({ _id: { $in: [...ids] } }, { _id: 1 }).lean<{ _id: string }[]>()
      return rows.map(({ _id }) => _id)
    },
    find: (id: string): Promise<OutboxRow | null> => model.findById(id, { sealed: 0 }).lean<OutboxRow>(),
    /** From here on the platform may have the message. */
    async beginCall(id: string, token: string): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: id, state: 'claimed', token },
        { $set: { state: 'calling' } },
      )
      return matchedCount === 1
    },
    /**
     * The end of a row. A late result with the right token still settles what was thought `unknown`, and a late success
     * also what an admin has put back into the queue meanwhile.
     */
    async settle(
      id: string,
      token: string,
      end: { state: 'sent' | 'failed'; at: Date; platformId?: string; reason?: string },
    ): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        end.state === 'sent'
          ? {
              _id: id,
              $or: [{ token }, { formerToken: token }],
              state: { $in: ['queued', 'claimed', 'calling', 'unknown'] },
            }
          : { _id: id, token, state: { $in: ['claimed', 'calling', 'unknown'] } },
        {
          $set: {
            state: end.state,
            settledAt: end.at,
            ...(end.platformId && { platformId: end.platformId }),
            ...(end.reason && { reason: end.reason }),
          },
          $unset: { token: 1, leaseUntil: 1, formerToken: 1 },
        },
      )
      return matchedCount === 1
    },
    /** Back to the queue, to be tried again at `dueAt`. */
    postpone: (id: string, token: string, dueAt: Date, reason: string) =>
      model.updateOne(
        { _id: id, token, state: { $in: ['claimed', 'calling'] } },
        { $set: { state: 'queued', dueAt, reason }, $unset: { token: 1, leaseUntil: 1 } },
      ),
    /** The platform did not answer and may have the message all the same. */
    lost: (id: string, token: string, at: Date, reason: string) =>
      model.updateOne(
        { _id: id, token, state: 'calling' },
        { $set: { state: 'unknown', settledAt: at, reason }, $unset: { leaseUntil: 1 } },
      ),
    /** A row nobody may send any more, such as to somebody who opted out. */
    cancel: (id: string, reason: string, at: Date) =>
      model.updateOne({ _id: id, state: 'queued' }, { $set: { state: 'failed', reason, settledAt: at } }),
    /** Has what waits in the slow lane wait until a moment, except what is urgent. */
    hold: (until: Date) =>
      model.updateMany(
        { state: 'queued', lane: 'bulk', urgent: { $ne: true }, dueAt: { $lt: until } },
        { $set: { dueAt: until } },
      ),
    /** The last call that reached somebody, to an activity when one is named. */
    latestCall: (
      person: string,
      activity?: string,
    ): Promise<Pick<OutboxRow, '_id' | 'activity' | 'child'> | null> =>
      model
        .findOne(
          {
            person,
            activity: activity ?? { $exists: true },
            lane: 'bulk',
            state: { $in: [...reached] },
          },
          { activity: 1, child: 1 },
        )
        .sort({ createdAt: -1 })
        .lean<OutboxRow>(),
    /** Whom some broadcasts reached. */
    async reachedBy(broadcasts: readonly string[]): Promise<string[]> {
      const rows = await model.aggregate<{ _id: string | null }>([
        { $match: { broadcast: { $in: [...broadcasts] }, state: { $in: [...reached] } } },
        { $group: { _id: '$person' } },
      ])
      return rows.flatMap(({ _id }) => _id ?? [])
    },
    /** Whom some broadcasts reach together at least so often, those on their way included. */
    async calledOften(broadcasts: readonly string[], least: number): Promise<string[]> {
      const rows = await model.aggregate<{ _id: string | null }>([
        { $match: { broadcast: { $in: [...broadcasts] }, state: { $ne: 'failed' } } },
        { $group: { _id: '$person', count: { $sum: 1 } } },
        { $match: { count: { $gte: least } } },
      ])
      return rows.flatMap(({ _id }) => _id ?? [])
    },
    /** The accounts through which a broadcast still goes out. */
    async accountsOf(broadcast: string): Promise<{ platform: string; account: string; count: number }[]> {
      const rows = await model.aggregate<{ _id: { platform: string; account: string }; count: number }>([
        { $match: { broadcast, state: { $in: ['queued', 'claimed', 'calling'] } } },
        { $group: { _id: { platform: '$platform', account: '$account' }, count: { $sum: 1 } } },
      ])
      return rows.map(({ _id, count }) => ({ ..._id, count }))
    },
    /** How many rows of an account wait in the slow lane. */
    bulkWaiting: (platform: string, account: string): Promise<number> =>
      model.countDocuments({ state: 'queued', lane: 'bulk', platform, account }),
    /** Ends all rows of a broadcast that nobody has claimed yet. */
    withdraw: (broadcast: string, at: Date) =>
      model.updateMany(
        { broadcast, state: 'queued' },
        { $set: { state: 'failed', reason: withdrawnReason, settledAt: at } },
      ),
    /** What a dead process left: claimed goes back to the queue; calling too where the platform drops repeats, else it is unknown. */
    async expireLeases(platform: string, now: Date, idempotent: boolean): Promise<number> {
      const over = { platform, leaseUntil: { $lt: now } }
      const back = { $set: { state: 'queued', dueAt: now }, $unset: { token: 1, leaseUntil: 1 } }
      const claimed = await model.updateMany({ ...over, state: 'claimed' }, back)
      const calling = idempotent
        ? await model.updateMany({ ...over, state: 'calling' }, back)
        : await model.updateMany(
            { ...over, state: 'calling' },
            { $set: { state: 'unknown', settledAt: now }, $unset: { leaseUntil: 1 } },
          )
      return claimed.modifiedCount + calling.modifiedCount
    },
    /** How many rows are in which state: all that are not settled, and those settled since a moment. */
    async states(since: Date): Promise<Partial<Record<OutboxRow['state'], number>>> {
      const counted = (match: object) =>
        model.aggregate<{ _id: OutboxRow['state']; count: number }>([
          { $match: match },
          { $group: { _id: '$state', count: { $sum: 1 } } },
        ])
      const rows = await Promise.all([
        counted({ state: { $in: ['queued', 'claimed', 'calling'] } }),
        counted({ settledAt: { $gte: since } }),
      ])
      return Object.fromEntries(rows.flat().map(({ _id, count }) => [_id, count]))
    },
    /** How many rows of a broadcast are in which state, those that failed by their reason. */
    async tally(code: string): Promise<{ state: OutboxRow['state']; reason?: string; count: number }[]> {
      const rows = await model.aggregate<{
        _id: { state: OutboxRow['state']; reason?: string | null }
        count: number
      }>([
        { $match: { broadcast: code } },
        {
          $group: {
            _id: { state: '$state', reason: { $cond: [{ $eq: ['$state', 'failed'] }, '$reason', null] } },
            count: { $sum: 1 },
          },
        },
      ])
      return rows.map(({ _id: { state, reason }, count }) => ({ state, count, ...(reason && { reason }) }))
    },
  }
}
