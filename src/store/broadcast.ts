import { Schema } from 'mongoose'
import type { TeamPlace } from '../domain/roles.ts'
import type { Locale } from '../locale/index.ts'
import type { Target } from './broadcast-targets.ts'

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
  /** Where whom it goes to is written (see broadcast-targets.ts), once that is frozen. */
  list?: string
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

/** One that is new, with whom it goes to when that is known already. */
export type NewBroadcast = Omit<Broadcast, 'list'> & { targets: readonly Target[] }

/** How many it reaches with which words, as that is known only at its time. */
export type Reach = Pick<Broadcast, 'rooms' | 'people' | 'leftOut' | 'text'>

/** What is known only when it goes out. */
export type Begin = Reach & Pick<NewBroadcast, 'targets'> & { begunAt: Date }

/** How it is stored, and found again. */
export const broadcastSchema = new Schema<Broadcast>(
  {
    _id: String,
    kind: String,
    activity: String,
    audience: String,
    said: String,
    scope: [{ _id: false, team: String, station: String }],
    text: String,
    quickReplies: [String],
    list: String,
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
