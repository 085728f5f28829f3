import type { Connection } from 'mongoose'
import type { Reach } from '../domain/reach.ts'
import type { LocalDate } from '../domain/time/local-date.ts'
import { insertedFirst } from './connection.ts'
import type { Correction } from './hours-corrections.ts'
import { type HoursEntry, hoursSchema } from './hours-entry.ts'
import { within } from './within.ts'
import { verifying } from './verifying.ts'

export type { HoursEntry, Verifier } from './hours-entry.ts'

/**
 * The ledger of hours; the words of social workers on it are in `verifying.ts`, corrections in `hours-corrections.ts`, what it adds up to
 * in `tallies.ts`.
 */
export function hours(connection: Connection) {
  const model = connection.model<HoursEntry>('HoursEntry', hoursSchema)
  return {
    model,
    find: (id: string): Promise<HoursEntry | null> => model.findById(id).lean<HoursEntry>(),
    madeBy: (key: string): Promise<HoursEntry | null> => model.findOne({ key }).lean<HoursEntry>(),
    /** Adds a line; one that counts at once is marked to be tallied. */
    add: (entry: HoursEntry): Promise<boolean> =>
      insertedFirst(model.create(entry.state === 'verified' ? { ...entry, uncounted: entry.key } : entry)),
    ofPerson: (person: string, range?: { from: LocalDate; to: LocalDate }): Promise<HoursEntry[]> =>
      model
        .find({
          person,
          state: { $ne: 'void' },
          ...(range && { date: { $gte: range.from, $lte: range.to } }),
        })
        .sort({ date: -1 })
        .lean<HoursEntry[]>(),
    /** Every line there ever was of a person, oldest first. */
    history: (person: string): Promise<HoursEntry[]> =>
      model.find({ person }).sort({ date: 1, _id: 1 }).lean<HoursEntry[]>(),
    /** Forgets what was written about a person's lines; days, minutes and states stay. */
    forgetWords: (person: string) =>
      model.updateMany({ person }, { $unset: { note: 1, 'rejected.reason': 1 } }),
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
    /** All lines of a period within a reach, in the order of their days. */
    inPeriod: (of: { from: LocalDate; to: LocalDate; reach: Reach; limit: number }): Promise<HoursEntry[]> =>
      model
        // Every state is named, since the index on days begins with it.
        .find({
          state: { $in: ['pending', 'seconding', 'verified', 'rejected'] },
          date: { $gte: of.from, $lte: of.to },
          ...within(of.reach),
        })
        .sort({ date: 1, _id: 1 })
        .limit(of.limit)
        .lean<HoursEntry[]>(),
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
    ...verifying(model),
  }
}
