import { Schema } from 'mongoose'
import type { LocalDate } from '../domain/time/local-date.ts'

/** One social worker's word on a line: the minutes they agree to and what the line became by it. */
export type Verifier = {
  person: string
  key: string
  at: Date
  minutes: number
  to: 'seconding' | 'verified'
}

/**
 * One line of the ledger, `H55`. Minutes are whole. `minutes` is what counts (claimed while pending, what was
 * verified afterwards); `claimed` and `planned` stay as evidence. Lines are never changed in what they say,
 * only their state moves: pending → (seconding →) verified | rejected, verified → void.
 * `seconding` waits for a second social worker because the day would pass 8 hours.
 */
export type HoursEntry = {
  _id: string
  person: string
  activity: string
  team?: string
  station?: string
  category: string
  /**
   * The day it counts for, in the organisation's zone: that of its start. A line over midnight is one line (one
   * attendance); the guards of both days hold its minutes in proportion.
   */
  date: LocalDate
  start: Date
  end: Date
  claimed: number
  planned: number
  minutes: number
  state: 'pending' | 'seconding' | 'verified' | 'rejected' | 'void'
  /** Who claimed it: the person or somebody acting for them. */
  by: string
  claimedAt: Date
  /** In somebody's own words; sealed, as the reason of a refusal is. */
  note?: string
  /** Check-in, check-out where there was one, and the minutes of the plan between them, less rest. */
  attended?: { in: Date; out?: Date; minutes: number }
  /** Nobody claimed it: the person checked in and never said until when they stayed. */
  unclaimed?: boolean
  /** Entered afterwards by a social worker. */
  correction?: boolean
  /** The line this one corrects; `minutes` is then the difference, and both count together. */
  corrects?: string
  /** Attendances a correction adds: -1 when nothing is left of the line, else 0. Every other line is one. */
  attendances?: number
  verifiers: Verifier[]
  verifiedAt?: Date
  rejected?: { by: string; key: string; at: Date; reason: string }
  /**
   * Set in the same write that makes a line count, and taken off only when its month was tallied after that: a crash
   * in between loses no line and counts none twice.
   */
  uncounted?: string
  /** The message that made the line. */
  key: string
  demo?: boolean
}

const verifier = new Schema(
  { person: String, key: String, at: Date, minutes: Number, to: String },
  { _id: false },
)
export const hoursSchema = new Schema<HoursEntry>(
  {
    _id: String,
    person: String,
    activity: String,
    team: String,
    station: String,
    category: String,
    date: String,
    start: Date,
    end: Date,
    claimed: Number,
    planned: Number,
    minutes: Number,
    state: String,
    by: String,
    claimedAt: Date,
    note: String,
    attended: { _id: false, type: { in: Date, out: Date, minutes: Number } },
    unclaimed: Boolean,
    correction: Boolean,
    corrects: String,
    attendances: Number,
    verifiers: [verifier],
    verifiedAt: Date,
    rejected: { _id: false, type: { by: String, key: String, at: Date, reason: String } },
    uncounted: String,
    key: String,
    demo: Boolean,
  },
  { collection: 'hours', versionKey: false },
)
  .index({ person: 1, date: -1 })
  .index({ activity: 1, state: 1 })
  .index({ state: 1, date: 1 })
  .index({ uncounted: 1 }, { sparse: true })
  .index({ key: 1 })
  .index({ corrects: 1 }, { sparse: true })
