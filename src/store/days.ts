import { type Connection, Schema } from 'mongoose'
import { AppError } from '../errors.ts'
import type { LocalDate } from '../domain/time/local-date.ts'
import { insertedFirst } from './connection.ts'

/**
 * Time a ledger line occupies on a person's day. `key` is the message that claimed it, so that its rerun finds the
 * number it was given; `approved` minutes are those social workers agreed to.
 */
export type DayPart = {
  entry: string
  key: string
  activity: string
  start: Date
  end: Date
  minutes: number
  approved: number
}

/** The guard of one person's day: what is claimed may neither overlap nor pass 12 hours, whoever claims at once. */
export type Day = { _id: string; parts: DayPart[]; demo?: boolean }

/** What came of occupying time: the line's number, the line that stands in the way, or the minutes the day has already. */
export type Occupied = { entry: string } | { inTheWay: DayPart } | { taken: number }

/** Minutes of a line on one day, to be approved while the day's approved sum stays within `limit`. */
export type Approval = { person: string; date: LocalDate; entry: string; minutes: number; limit: number }

const partSchema = new Schema(
  { entry: String, key: String, activity: String, start: Date, end: Date, minutes: Number, approved: Number },
  { _id: false },
)
const schema = new Schema<Day>(
  { _id: String, parts: [partSchema], demo: Boolean },
  { collection: 'days', versionKey: false },
)

export const dayId = (person: string, date: LocalDate): string => `${person}:${date}`

/** `;` comes right after `:`: all ids that begin with the person's number. */
const daysOf = (person: string) => ({ _id: { $gte: `${person}:`, $lt: `${person};` } })

/** Day guards. A guard is changed by a conditional update before the ledger line it guards is written. */
export function days(connection: Connection) {
  const model = connection.model<Day>('Day', schema)

  /**
   * Occupies time unless it overlaps other lines, its activity has a line on that day, or the day passes `limit`
   * minutes. A message that did before is given the number it was given then. Throws AppError `conflict` when others
   * change the day each time it looks.
   */
  async function occupy(
    person: string,
    date: LocalDate,
    part: DayPart,
    limit: number,
    tries = 3,
  ): Promise<Occupied> {
    const _id = dayId(person, date)
    if (part.minutes > limit) return { taken: 0 }
    if (await insertedFirst(model.collection.insertOne({ _id, parts: [part] } as never)))
      return { entry: part.entry }
    const { modifiedCount } = await model.updateOne(
      {
        _id,
        parts: {
          $not: {
            $elemMatch: {
              $or: [
                { start: { $lt: part.end }, end: { $gt: part.start } },
                { activity: part.activity },
                { key: part.key },
              ],
            },
          },
        },
        $expr: { $lte: [{ $add: [{ $sum: '$parts.minutes' }, part.minutes] }, limit] },
      },
      { $push: { parts: part } },
    )
    if (modifiedCount === 1) return { entry: part.entry }
    const parts = (await model.findById(_id).lean<Day>())?.parts ?? []
    const mine = parts.find(({ key }) => key === part.key)
    if (mine) return { entry: mine.entry }
    const inTheWay = parts.find(
      (other) => other.activity === part.activity || (other.start < part.end && other.end > part.start),
    )
    if (inTheWay) return { inTheWay }
    const taken = parts.reduce((sum, { minutes }) => sum + minutes, 0)
    if (taken + part.minutes > limit) return { taken }
    // What stood in the way was refused meanwhile: look again.
    if (tries > 1) return occupy(person, date, part, limit, tries - 1)
    throw new AppError('conflict', `the day ${_id} changes too fast`)
  }

  return {
    model,
    find: (person: string, date: LocalDate): Promise<Day | null> =>
      model.findById(dayId(person, date)).lean<Day>(),
    ofPerson: (person: string): Promise<Day[]> => model.find(daysOf(person)).lean<Day[]>(),
    many: (ids: readonly string[]): Promise<Day[]> => model.find({ _id: { $in: [...ids] } }).lean<Day[]>(),
    occupy,
    /**
     * Approves minutes of many lines, each on its own: a line stays as it is when its day would pass its limit.
     * Two round trips for any number of lines; gives the ids (`entry` and date) of what is approved now.
     */
    async approveAll(approvals: readonly Approval[]): Promise<ReadonlySet<string>> {
      if (approvals.length === 0) return new Set()
      await model.bulkWrite(
        approvals.map(({ person, date, entry, minutes, limit }) => ({
          updateOne: {
            filter: {
              _id: dayId(person, date),
              'parts.entry': entry,
              $expr: { $lte: [{ $add: [approvedBeside(entry), minutes] }, limit] },
            },
            // Never lowered here: whoever loses to another social worker's word puts the guard right by `settle`.
            update: { $max: { 'parts.$[line].approved': minutes } },
            arrayFilters: [{ 'line.entry': entry }],
          },
        })),
        { ordered: false },
      )
      const guards = await model
        .find({ _id: { $in: approvals.map(({ person, date }) => dayId(person, date)) } })
        .lean<Day[]>()
      const approved = new Map(
        guards.flatMap(({ _id, parts }) => parts.map((line) => [`${_id}:${line.entry}`, line.approved])),
      )
      return new Set(
        approvals
          .filter(
            ({ person, date, entry, minutes }) =>
              (approved.get(`${dayId(person, date)}:${entry}`) ?? 0) >= minutes,
          )
          .map(({ entry, date }) => approvalId(entry, date)),
      )
    },
    /** Makes guards say what the ledger says, after two social workers said different minutes of one line at once. */
    async settle(lines: readonly Omit<Approval, 'limit'>[]): Promise<void> {
      if (lines.length === 0) return
      await model.bulkWrite(
        lines.map(({ person, date, entry, minutes }) => ({
          updateOne: {
            filter: { _id: dayId(person, date), 'parts.entry': entry },
            update: { $set: { 'parts.$[line].approved': minutes } },
            arrayFilters: [{ 'line.entry': entry }],
          },
        })),
        { ordered: false },
      )
    },
    /** Hands the time that some lines occupy to another person's days: there first, then here it goes. */
    async hand(entries: readonly string[], { from, to }: { from: string; to: string }): Promise<void> {
      const guards = await model.find(daysOf(from)).lean<Day[]>()
      for (const { _id, parts } of guards) {
        const other = dayId(to, _id.slice(from.length + 1))
        for (const part of parts.filter(({ entry }) => entries.includes(entry))) {
          await insertedFirst(model.collection.insertOne({ _id: other, parts: [] } as never))
          await model.updateOne(
            { _id: other, 'parts.entry': { $ne: part.entry } },
            { $push: { parts: part } },
          )
          await model.updateOne({ _id }, { $pull: { parts: { entry: part.entry } } })
        }
      }
    },
    /** A refused line occupies nothing any more. */
    vacate: (person: string, dates: readonly LocalDate[], entry: string) =>
      model.updateMany(
        { _id: { $in: dates.map((date) => dayId(person, date)) } },
        { $pull: { parts: { entry } } },
      ),
  }
}

/** Names a line's minutes on one day in the answer of `approveAll`. */
export const approvalId = (entry: string, date: LocalDate): string => `${entry}:${date}`

const approvedBeside = (entry: string) => ({
  $sum: {
    $map: {
      input: { $filter: { input: '$parts', cond: { $ne: ['$$this.entry', entry] } } },
      in: '$$this.approved',
    },
  },
})
