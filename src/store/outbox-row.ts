import { type Model, Schema } from 'mongoose'
import { waitingIndex } from './waiting-rows.ts'

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

/** A row as it is stored. */
export type SealedRow = OutboxRow & { sealed: string }
export type OutboxModel = Model<SealedRow>

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

/** How rows are stored, and found again. */
export const outboxSchema = new Schema<SealedRow>(
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
