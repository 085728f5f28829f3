import { Schema } from 'mongoose'

/**
 * A place that is taken and whose sign-up row may not be written yet (`signup`), or that is kept for somebody of the
 * waiting list until they answer (`offer`). Written before the row, it says what the row must become, so that whoever
 * finds it can finish it. `token` names this one taking: a row that carries it stands for this place and no other.
 */
export type Hold = {
  person: string
  /** The message that took it; of an offer, the message that joined the waiting list. */
  key: string
  token: string
  kind: 'signup' | 'offer'
  at: Date
  /** Of an offer: until when it may be answered. */
  until?: Date
  /** Of an offer: its prompt, its timer and its notice are all written. */
  told?: boolean
}

/**
 * Somebody in the waiting list, first come first served. A group waits as `group:<team>` with how many places it still
 * wants; it has no sign-up row.
 */
export type Waiting = { person: string; key: string; at: Date; group?: string; count?: number }

/**
 * Places a group team holds as one number, within `taken`; people are known by name only, if at all. `by` sets the
 * number and hears of it.
 */
export type Group = {
  team: string
  count: number
  names: string[]
  by: string
  at: Date
  /** The number `by` has last been told: another one than `count` is still to be said. */
  told: number
  /** What each message came to, for its rerun. */
  said: { key: string; count: number; waiting: number }[]
}

/** One change by somebody who leads the activity: by which message, of what, from what to what. Times are in milliseconds. */
export type Edit = {
  key: string
  at: Date
  by: string
  field: 'places' | 'place' | 'title' | 'meetAt' | 'bring' | 'served'
  was?: string | number | undefined
  to: string | number
}

/** One change of the time, by which message. */
export type Move = {
  key: string
  at: Date
  by: string
  was: { start: Date; end: Date }
  to: { start: Date; end: Date }
}

/** Something to serve at. `taken` counts confirmed and offered places; times are UTC. */
export type Activity = {
  _id: string
  title: string
  category: string
  team?: string
  station?: string
  place: string
  meetAt?: string
  bring?: string
  risk?: string
  start: Date
  end: Date
  restMinutes: number
  places: number
  taken: number
  holds: Hold[]
  waiting: Waiting[]
  groups?: Group[]
  /** Messages that gave a place back lately: giving back twice is harmless. */
  freed: { key: string; at: Date }[]
  /** When the sweeper should look at the places; none when all of them are settled. */
  settleAt?: Date
  /** Counts changes of places, so that the sweeper knows whether one came while it looked. */
  changes?: number
  minAge?: number
  dangerous?: boolean
  skills: string[]
  /** What is said at check-in, shown where people meet: the code of the day. */
  checkinCode?: string
  /** The message that last changed it or switched it off. */
  checkinCodeBy?: string
  state: 'open' | 'cancelled' | 'closed'
  /** Who called it off, by which message and why; sign-ups are released under that message's key. */
  calledOff?: { key: string; at: Date; by: string; reason: string }
  /** People served (服务对象人次), entered at closing. */
  served?: number
  /** How many came, were missed and were excused, counted anew from the sign-ups (`turnouts.ts`). */
  turnout?: { came: number; missed: number; excused: number; stamp: string }
  /** What was changed since it was posted, in order. */
  edits?: Edit[]
  moves?: Move[]
  responsible: string
  key: string
  createdAt: Date
  demo?: boolean
}

const hold = new Schema(
  {
    person: String,
    key: String,
    token: String,
    kind: { type: String },
    at: Date,
    until: Date,
    told: Boolean,
  },
  { _id: false },
)
const waiting = new Schema(
  { person: String, key: String, at: Date, group: String, count: Number },
  { _id: false },
)
const group = new Schema(
  {
    team: String,
    count: Number,
    names: [String],
    by: String,
    at: Date,
    told: Number,
    said: [{ _id: false, key: String, count: Number, waiting: Number }],
  },
  { _id: false },
)
const freed = new Schema({ key: String, at: Date }, { _id: false })

const edit = new Schema<Edit>(
  { key: String, at: Date, by: String, field: String, was: Schema.Types.Mixed, to: Schema.Types.Mixed },
  { _id: false },
)

const span = { _id: false, start: Date, end: Date }
const move = new Schema<Move>({ key: String, at: Date, by: String, was: span, to: span }, { _id: false })

export const activitySchema = new Schema<Activity>(
  {
    _id: String,
    title: String,
    category: String,
    team: String,
    station: String,
    place: String,
    meetAt: String,
    bring: String,
    risk: String,
    start: Date,
    end: Date,
    restMinutes: Number,
    places: Number,
    taken: Number,
    holds: [hold],
    waiting: [waiting],
    groups: { type: [group], default: undefined },
    freed: [freed],
    settleAt: Date,
    changes: Number,
    minAge: Number,
    dangerous: Boolean,
    skills: [String],
    checkinCode: String,
    checkinCodeBy: String,
    state: String,
    calledOff: { _id: false, type: { key: String, at: Date, by: String, reason: String } },
    served: Number,
    turnout: { _id: false, type: { came: Number, missed: Number, excused: Number, stamp: String } },
    edits: [edit],
    moves: [move],
    responsible: String,
    key: String,
    createdAt: Date,
    demo: Boolean,
  },
  { collection: 'activities', versionKey: false },
)
  .index({ state: 1, start: 1 })
  // What is to come among all that nobody ever closed.
  .index({ state: 1, end: 1 })
  .index({ start: 1 })
  .index({ key: 1 })
  .index({ settleAt: 1 }, { sparse: true })
