import { type Connection, Schema } from 'mongoose'
import type { Reach } from '../domain/reach.ts'
import type { LocalDate } from '../domain/time/local-date.ts'
import { insertedFirst } from './connection.ts'
import type { Correction } from './hours-corrections.ts'

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
  note?: string
  /** Check-in, check-out where there was one, and the minutes of the plan between them, less rest. */
  attended?: { in: Date; out?: Date; minutes: number }
  /** Nobody claimed it: the person checked in and never said until when they stayed. */
  unclaimed?: boolean
  /** Entered afterwards by a social worker. */
  correction?: boolean
  verifiers: Verifier[]
  verifiedAt?: Date
  rejected?: { by: string; key: string; at: Date; reason: string }
  /** The message that made the line. */
  key: string
  demo?: boolean
}

/** What waits for a social worker, by activity. Minutes are sums over its lines. */
export type WaitingGroup = {
  activity: string
  count: number
  claimed: number
  planned: number
  /** Minutes between check-in and check-out, of those lines that have any. */
  attended: number
  attendances: number
  /** Lines whose minutes are not the planned ones, or not those between check-in and check-out. */
  differing: number
  /** Lines of people who checked in and never said until when they stayed. */
  unclaimed: number
  /** Lines that wait for a second social worker. */
  seconding: number
}

/** Which verified lines count: those of some days, within a reach, verified by a moment. */
export type Counted = { from: LocalDate; to: LocalDate; reach: Reach; until: Date }

const waitingStates = ['pending', 'seconding'] as const

const within = (reach: Reach) =>
  reach === 'all'
    ? {}
    : { $or: [{ team: { $in: [...reach.teams] } }, { station: { $in: [...reach.stations] } }] }

const counted = ({ from, to, reach, until }: Counted) => ({
  state: 'verified',
  date: { $gte: from, $lte: to },
  verifiedAt: { $lte: until },
  ...within(reach),
})

const verifier = new Schema(
  { person: String, key: String, at: Date, minutes: Number, to: String },
  { _id: false },
)
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
    attended: { _id: false, type: { in: Date, out: Date, minutes: Number } },
    unclaimed: Boolean,
    correction: Boolean,
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
    many: (ids: readonly string[]): Promise<HoursEntry[]> =>
      model.find({ _id: { $in: [...ids] } }).lean<HoursEntry[]>(),
    /** A person's line of an activity that was not refused, with its minutes as they were corrected. */
    async claimOf(person: string, activity: string): Promise<HoursEntry | null> {
      const rows = await model
        .find({ person, activity, state: { $nin: ['rejected', 'void'] } })
        .lean<(HoursEntry & Partial<Correction>)[]>()
      const line = rows.find(({ corrects }) => corrects === undefined)
      return line ? { ...line, minutes: rows.reduce((sum, { minutes }) => sum + minutes, 0) } : null
    },
    /** Which of some activities a person has a line of already. */
    async claimedOf(person: string, activities: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = await model
        .find(
          { person, activity: { $in: [...activities] }, state: { $nin: ['rejected', 'void'] } },
          { activity: 1 },
        )
        .lean<HoursEntry[]>()
      return new Set(rows.map(({ activity }) => activity))
    },
    /**
     * Lines of an activity, claimed by `until`, on which this message said its word or somebody still may, oldest
     * first. `people` narrows to some, `except` leaves some out.
     */
    async forWord(
      activity: string,
      filter: {
        key: string
        until: Date
        people?: readonly string[] | undefined
        except?: readonly string[] | undefined
        limit: number
      },
    ): Promise<{ said: HoursEntry[]; open: HoursEntry[] }> {
      const rows = await model
        .find({
          activity,
          claimedAt: { $lte: filter.until },
          $or: [{ state: { $in: [...waitingStates] } }, { 'verifiers.key': filter.key }],
          ...((filter.people || filter.except) && {
            person: {
              ...(filter.people && { $in: [...filter.people] }),
              ...(filter.except && { $nin: [...filter.except] }),
            },
          }),
        })
        .sort({ claimedAt: 1, _id: 1 })
        .limit(filter.limit)
        .lean<HoursEntry[]>()
      const isSaid = ({ verifiers }: HoursEntry) => verifiers.some(({ key }) => key === filter.key)
      return { said: rows.filter(isSaid), open: rows.filter((row) => !isSaid(row)) }
    },
    /** What waits for this social worker's word, by activity, oldest first; never their own lines. */
    waitingFor: (who: string, reach: Reach): Promise<WaitingGroup[]> =>
      model.aggregate<WaitingGroup>([
        {
          $match: {
            state: { $in: [...waitingStates] },
            person: { $ne: who },
            'verifiers.person': { $ne: who },
            ...within(reach),
          },
        },
        {
          $group: {
            _id: '$activity',
            count: { $sum: 1 },
            claimed: { $sum: '$claimed' },
            planned: { $sum: '$planned' },
            attended: { $sum: '$attended.minutes' },
            attendances: { $sum: { $cond: [{ $gt: ['$attended', null] }, 1, 0] } },
            differing: {
              $sum: {
                $cond: [
                  {
                    $or: [
                      { $ne: ['$claimed', '$planned'] },
                      { $ne: ['$claimed', { $ifNull: ['$attended.minutes', '$claimed'] }] },
                    ],
                  },
                  1,
                  0,
                ],
              },
            },
            unclaimed: { $sum: { $cond: [{ $eq: ['$unclaimed', true] }, 1, 0] } },
            seconding: { $sum: { $cond: [{ $eq: ['$state', 'seconding'] }, 1, 0] } },
            since: { $min: '$claimedAt' },
          },
        },
        { $sort: { since: 1, _id: 1 } },
        {
          $project: {
            _id: 0,
            activity: '$_id',
            count: 1,
            claimed: 1,
            planned: 1,
            attended: 1,
            attendances: 1,
            differing: 1,
            unclaimed: 1,
            seconding: 1,
          },
        },
      ]),
    /**
     * A social worker's words on many lines, one round trip. Each is conditional: the line still waits as it did, is
     * not their own, and they have not spoken on it. Read the lines again to learn which words counted.
     */
    async verifyAll(
      words: readonly {
        id: string
        from: 'pending' | 'seconding'
        to: Verifier['to']
        minutes: number
      }[],
      by: { person: string; key: string; at: Date },
    ): Promise<void> {
      if (words.length === 0) return
      await model.bulkWrite(
        words.map(({ id, from, to, minutes }) => ({
          updateOne: {
            filter: {
              _id: id,
              state: from,
              person: { $ne: by.person },
              'verifiers.person': { $ne: by.person },
            },
            update: {
              $set: { state: to, minutes, ...(to === 'verified' && { verifiedAt: by.at }) },
              $push: { verifiers: { ...by, minutes, to } },
            },
          },
        })),
        { ordered: false },
      )
    },
    async reject(id: string, word: { by: string; key: string; at: Date; reason: string }): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: id, state: { $in: [...waitingStates] } },
        { $set: { state: 'rejected', rejected: word } },
      )
      return matchedCount === 1
    },
    /** Verified minutes, attendances (lines) and the people behind them, in groups; `by` undefined gives one row. */
    verifiedBy: (lines: Counted, by?: 'team' | 'station' | 'category' | 'month') =>
      model.aggregate<{ _id: string | null; minutes: number; attendances: number; people: number }>([
        { $match: counted(lines) },
        {
          $group: {
            _id: {
              group: by === 'month' ? { $substrBytes: ['$date', 0, 7] } : by ? `$${by}` : null,
              person: '$person',
            },
            minutes: { $sum: '$minutes' },
            attendances: { $sum: { $ifNull: ['$attendances', 1] } },
          },
        },
        {
          $group: {
            _id: '$_id.group',
            minutes: { $sum: '$minutes' },
            attendances: { $sum: '$attendances' },
            people: { $sum: { $cond: [{ $gt: ['$attendances', 0] }, 1, 0] } },
          },
        },
        { $sort: { _id: 1 } },
      ]),
    /** People with more verified minutes than `over` in a period: the active ones. */
    async activePeople(lines: Counted, over: number): Promise<number> {
      const rows = await model.aggregate<{ n: number }>([
        { $match: counted(lines) },
        { $group: { _id: '$person', minutes: { $sum: '$minutes' } } },
        { $match: { minutes: { $gt: over } } },
        { $count: 'n' },
      ])
      return rows[0]?.n ?? 0
    },
  }
}
