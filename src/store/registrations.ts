import { randomUUID } from 'node:crypto'
import type { Connection, Model } from 'mongoose'
import { localDate, startOfDay } from '../domain/time/local-date.ts'
import { insertedFirst } from './connection.ts'
import { takeMarks } from './marked.ts'
import type { Person } from './people.ts'

/** How many people were registered in a month, `2026-11`. */
type Registered = { _id: string; count: number; stamp: string; stale?: boolean }

/** Marked people taken on at once. */
const batch = 5_000

/**
 * Registered people by month, so that how many there were on a day need not be counted from the first. Kept like the
 * months of the ledger: counted anew, never added to, by marks on the people.
 */
export function registrations(connection: Connection, people: Model<Person>) {
  const months = () => connection.db!.collection<Registered>('registrations')

  async function count(month: string, zone: string): Promise<void> {
    const before = await months().findOne({ _id: month })
    const [year, of] = [Number(month.slice(0, 4)), Number(month.slice(5))]
    const next = of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`
    const registered = await people.countDocuments({
      createdAt: {
        $gte: new Date(startOfDay(`${month}-01`, zone)),
        $lt: new Date(startOfDay(`${next}-01`, zone)),
      },
    })
    const counted = { count: registered, stamp: randomUUID() }
    const first = before
      ? (
          await months().updateOne(
            { _id: month, stamp: before.stamp },
            { $set: counted, $unset: { stale: 1 } },
          )
        ).matchedCount === 1
      : await insertedFirst(months().insertOne({ _id: month, ...counted }))
    if (!first) await count(month, zone)
  }

  async function catchUp(zone: string): Promise<void> {
    const marked = await people
      .find({ uncounted: { $exists: true } }, { createdAt: 1, uncounted: 1 })
      .limit(batch)
      .lean<Pick<Person, '_id' | 'createdAt' | 'uncounted'>[]>()
    if (marked.length === 0) return
    const monthsOfMarked = new Set(
      marked.map(({ createdAt }) => localDate(createdAt.getTime(), zone).slice(0, 7)),
    )
    for (const month of monthsOfMarked) await count(month, zone)
    await takeMarks(people, marked)
    if (marked.length === batch) await catchUp(zone)
  }

  return {
    count,
    catchUp,
    /** People registered before a moment who had not closed their account by then; of one registered twice, one. */
    async before(moment: Date, zone: string): Promise<number> {
      await catchUp(zone)
      const month = localDate(moment.getTime(), zone).slice(0, 7)
      const [known, late, gone, merged] = await Promise.all([
        months()
          .find({ _id: { $lt: month } })
          .toArray(),
        people.countDocuments({
          createdAt: { $gte: new Date(startOfDay(`${month}-01`, zone)), $lt: moment },
        }),
        people.countDocuments({ 'closed.at': { $lt: moment } }),
        // Merged people are few: without the hint everybody registered so far would be read.
        people
          .countDocuments({ mergedInto: { $gt: '' }, createdAt: { $lt: moment } })
          .hint({ mergedInto: 1 }),
      ])
      const stale = known.filter((one) => one.stale)
      for (const { _id } of stale) await count(_id, zone)
      if (stale.length > 0) return this.before(moment, zone)
      return known.reduce((sum, { count: registered }) => sum + registered, late - gone - merged)
    },
    /** For whoever took people out: all months are counted when next asked for. */
    invalidate: () => months().updateMany({}, { $set: { stale: true, stamp: randomUUID() } }),
  }
}
