import { type Connection, Schema } from 'mongoose'
import type { LocalDate } from '../domain/time/local-date.ts'
import { insertedFirst } from './connection.ts'

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
  /** The day it counts for, in the organisation's zone. */
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
  note?: string
  verifiers: { person: string; key: string; at: Date; minutes: number }[]
  verifiedAt?: Date
  rejected?: { by: string; key: string; at: Date; reason: string }
  /** The message that made the line. */
  key: string
  demo?: boolean
}

const verifier = new Schema({ person: String, key: String, at: Date, minutes: Number }, { _id: false })
const schema = new Schema<HoursEntry>(
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
    verifiers: [verifier],
    verifiedAt: Date,
    rejected: { _id: false, type: { by: String, key: String, at: Date, reason: String } },
    key: String,
    demo: Boolean,
  },
  { collection: 'hours', versionKey: false },
)
  .index({ person: 1, date: -1 })
  .index({ activity: 1, state: 1 })
  .index({ state: 1, date: 1 })
  .index({ key: 1 })

/** The ledger of hours. */
export function hours(connection: Connection) {
  const model = connection.model('HoursEntry', schema)
  return {
    model,
    find: (id: string): Promise<HoursEntry | null> => model.findById(id).lean<HoursEntry>(),
    madeBy: (key: string): Promise<HoursEntry | null> => model.findOne({ key }).lean<HoursEntry>(),
    add: (entry: HoursEntry): Promise<boolean> => insertedFirst(model.create(entry)),
    ofPerson: (person: string, range?: { from: LocalDate; to: LocalDate }): Promise<HoursEntry[]> =>
      model
        .find({
          person,
          state: { $ne: 'void' },
          ...(range && { date: { $gte: range.from, $lte: range.to } }),
        })
        .sort({ date: -1 })
        .lean<HoursEntry[]>(),
    /** Minutes of a person by state: the database adds up. */
    async totals(
      person: string,
      range?: { from: LocalDate; to: LocalDate },
    ): Promise<Partial<Record<HoursEntry['state'], number>>> {
      const rows = await model.aggregate<{ _id: HoursEntry['state']; minutes: number }>([
        { $match: { person, ...(range && { date: { $gte: range.from, $lte: range.to } }) } },
        { $group: { _id: '$state', minutes: { $sum: '$minutes' } } },
      ])
      return Object.fromEntries(rows.map((row) => [row._id, row.minutes]))
    },
    waiting: (activity: string): Promise<HoursEntry[]> =>
      model
        .find({ activity, state: { $in: ['pending', 'seconding'] } })
        .sort({ claimedAt: 1 })
        .lean<HoursEntry[]>(),
    /** Everything unverified in some teams (all teams when undefined), oldest first. */
    unverified: (teams: readonly string[] | undefined, limit: number): Promise<HoursEntry[]> =>
      model
        .find({ state: { $in: ['pending', 'seconding'] }, ...(teams && { team: { $in: [...teams] } }) })
        .sort({ claimedAt: 1 })
        .limit(limit)
        .lean<HoursEntry[]>(),
    /** One social worker's word on a line that waits for it. False when somebody else was first. */
    async verify(
      id: string,
      word: {
        from: 'pending' | 'seconding'
        to: 'seconding' | 'verified'
        person: string
        key: string
        at: Date
        minutes: number
      },
    ): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: id, state: word.from, person: { $ne: word.person }, 'verifiers.person': { $ne: word.person } },
        {
          $set: {
            state: word.to,
            minutes: word.minutes,
            ...(word.to === 'verified' && { verifiedAt: word.at }),
          },
          $push: { verifiers: { person: word.person, key: word.key, at: word.at, minutes: word.minutes } },
        },
      )
      return matchedCount === 1
    },
    async reject(id: string, word: { by: string; key: string; at: Date; reason: string }): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: id, state: { $in: ['pending', 'seconding'] } },
        { $set: { state: 'rejected', rejected: word } },
      )
      return matchedCount === 1
    },
    /** Verified minutes, attendances (lines) and the people behind them, in groups; `by` undefined gives one row. */
    verifiedBy: (
      range: { from: LocalDate; to: LocalDate; teams?: readonly string[] },
      by?: 'team' | 'station' | 'category' | 'month',
    ) =>
      model.aggregate<{ _id: string | null; minutes: number; attendances: number; people: number }>([
        {
          $match: {
            state: 'verified',
            date: { $gte: range.from, $lte: range.to },
            ...(range.teams && { team: { $in: [...range.teams] } }),
          },
        },
        {
          $group: {
            _id: {
              group: by === 'month' ? { $substrBytes: ['$date', 0, 7] } : by ? `$${by}` : null,
              person: '$person',
            },
            minutes: { $sum: '$minutes' },
            attendances: { $sum: 1 },
          },
        },
        {
          $group: {
            _id: '$_id.group',
            minutes: { $sum: '$minutes' },
            attendances: { $sum: '$attendances' },
            people: { $sum: 1 },
          },
        },
        { $sort: { _id: 1 } },
      ]),
    /** People with more verified minutes than `over` in a period: the active ones. */
    async activePeople(
      range: { from: LocalDate; to: LocalDate; teams?: readonly string[] },
      over: number,
    ): Promise<number> {
      const rows = await model.aggregate<{ n: number }>([
        {
          $match: {
            state: 'verified',
            date: { $gte: range.from, $lte: range.to },
            ...(range.teams && { team: { $in: [...range.teams] } }),
          },
        },
        { $group: { _id: '$person', minutes: { $sum: '$minutes' } } },
        { $match: { minutes: { $gt: over } } },
        { $count: 'n' },
      ])
      return rows[0]?.n ?? 0
    },
  }
}
