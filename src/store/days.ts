import { type Connection, Schema } from 'mongoose'
import type { LocalDate } from '../domain/time/local-date.ts'

/** Time a ledger line occupies on a person's day. `approved` minutes are those social workers agreed to. */
export type DayPart = { entry: string; start: Date; end: Date; minutes: number; approved: number }

/** The guard of one person's day: what is claimed may neither overlap nor pass 12 hours, whoever claims at once. */
export type Day = { _id: string; parts: DayPart[] }

const part = new Schema(
  { entry: String, start: Date, end: Date, minutes: Number, approved: Number },
  { _id: false },
)
const schema = new Schema<Day>({ _id: String, parts: [part] }, { collection: 'days', versionKey: false })

export const dayId = (person: string, date: LocalDate): string => `${person}:${date}`

/** Day guards. A guard is changed by a conditional update before the ledger line it guards is written. */
export function days(connection: Connection) {
  const model = connection.model('Day', schema)
  const sumOf = (field: 'minutes' | 'approved') => ({ $sum: `$parts.${field}` })
  return {
    model,
    find: (person: string, date: LocalDate): Promise<Day | null> =>
      model.findById(dayId(person, date)).lean<Day>(),
    /** Occupies time unless it overlaps other lines or the day passes `limit` minutes. True when it did before. */
    async occupy(person: string, date: LocalDate, part: DayPart, limit: number): Promise<boolean> {
      const _id = dayId(person, date)
      await model.updateOne({ _id }, { $setOnInsert: { parts: [] } }, { upsert: true })
      const { modifiedCount } = await model.updateOne(
        {
          _id,
          parts: { $not: { $elemMatch: { start: { $lt: part.end }, end: { $gt: part.start } } } },
          'parts.entry': { $ne: part.entry },
          $expr: { $lte: [{ $add: [sumOf('minutes'), part.minutes] }, limit] },
        },
        { $push: { parts: part } },
      )
      if (modifiedCount === 1) return true
      return (await model.countDocuments({ _id, 'parts.entry': part.entry })) > 0
    },
    /** Approves minutes of a line while the day's approved sum stays within `limit`. True when it did before. */
    async approve(
      person: string,
      date: LocalDate,
      approval: { entry: string; minutes: number; limit: number },
    ): Promise<boolean> {
      const _id = dayId(person, date)
      const others = {
        $sum: {
          $map: {
            input: { $filter: { input: '$parts', cond: { $ne: ['$$this.entry', approval.entry] } } },
            in: '$$this.approved',
          },
        },
      }
      const { matchedCount } = await model.updateOne(
        {
          _id,
          'parts.entry': approval.entry,
          $expr: { $lte: [{ $add: [others, approval.minutes] }, approval.limit] },
        },
        { $set: { 'parts.$[line].approved': approval.minutes } },
        { arrayFilters: [{ 'line.entry': approval.entry }] },
      )
      return matchedCount === 1
    },
    /** A refused line occupies nothing any more. */
    vacate: (person: string, date: LocalDate, entry: string) =>
      model.updateOne({ _id: dayId(person, date) }, { $pull: { parts: { entry } } }),
  }
}
