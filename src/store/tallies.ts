import { randomUUID } from 'node:crypto'
import type { Connection, Model } from 'mongoose'
import { AppError } from '../errors.ts'
import type { Tally } from '../domain/tally.ts'
import type { LocalDate } from '../domain/time/local-date.ts'
import { insertedFirst } from './connection.ts'
import type { HoursEntry } from './hours-entry.ts'
import { takeMarks } from './marked.ts'
import { packColumns, type PackedTally, tallyOf, unpackColumns } from './tally-columns.ts'

/** Marked lines taken on at once, and months kept in memory: three years, some 40 KB each in a large district. */
const batch = 20_000
const remembered = 36

/** A month may be counted by others under us this often before the question is better tried again. */
const triesAtMost = 5

const fields = {
  person: 1,
  minutes: 1,
  date: 1,
  team: 1,
  station: 1,
  category: 1,
  verifiers: 1,
  verifiedAt: 1,
  claimedAt: 1,
  correction: 1,
  attendances: 1,
} as const

/**
 * Months of the ledger, each in one document, so that figures are read and not searched for: what a question costs
 * goes by the months it names and not by the history behind them.
 *
 * A month is always counted anew from its lines, never added to. A line that begins to count carries a mark from the
 * same write (`uncounted`); the mark goes only after its month was counted from lines read later, and only if it still
 * is the same mark. Of two that count a month at once, the one that read first loses by the month's `stamp`. So
 * whatever dies where, a marked line is in a month that will be counted again. A month without a document is counted
 * when it is asked for.
 */
export function tallies(connection: Connection, ledger: Model<HoursEntry>) {
  const months = () => connection.db!.collection<PackedTally>('tallies')
  const memory = new Map<string, { stamp: string; tally: Tally }>()

  async function count(month: string, zone: string): Promise<void> {
    for (let tries = 0; tries < triesAtMost; tries++) {
      const before = await months().findOne({ _id: month }, { projection: { stamp: 1 } })
      const lines = await ledger
        .find({ state: 'verified', date: { $gte: `${month}-01`, $lte: `${month}-31` } }, fields)
        .lean<HoursEntry[]>()
      const { names, columns } = tallyOf(month, lines, zone)
      const counted = { stamp: randomUUID(), names: [...names], columns: packColumns(columns) }
      if (!before) {
        if (await insertedFirst(months().insertOne({ _id: month, ...counted }))) return
        continue
      }
      const { matchedCount } = await months().updateOne(
        { _id: month, stamp: before.stamp },
        { $set: counted, $unset: { stale: 1 } },
      )
      if (matchedCount === 1) return
    }
    throw new AppError('conflict', `the tally of ${month} keeps changing`)
  }

  /** Counts the months of all marked lines and takes the marks off. */
  async function catchUp(zone: string): Promise<void> {
    const marked = await ledger
      .find({ uncounted: { $exists: true } }, { date: 1, uncounted: 1 })
      .limit(batch)
      .lean<Pick<HoursEntry, '_id' | 'date' | 'uncounted'>[]>()
    if (marked.length === 0) return
    for (const month of new Set(marked.map(({ date }) => date.slice(0, 7)))) await count(month, zone)
    await takeMarks(ledger, marked)
    if (marked.length === batch) await catchUp(zone)
  }

  return {
    count,
    catchUp,
    /** The months that some days lie in, oldest first, with everything verified so far; none without lines in it. */
    async months({ from, to }: { from: LocalDate; to: LocalDate }, zone: string): Promise<Tally[]> {
      await catchUp(zone)
      const wanted = monthsBetween(from, to)
      const known = await months()
        .find({ _id: { $in: wanted } }, { projection: { stamp: 1, stale: 1 } })
        .toArray()
      const usable = new Set(known.filter(({ stale }) => !stale).map(({ _id }) => _id))
      const missing = wanted.filter((month) => !usable.has(month))
      for (const month of missing) await count(month, zone)
      const changed = [
        ...missing,
        ...known.filter(({ _id, stamp }) => memory.get(_id)?.stamp !== stamp).map(({ _id }) => _id),
      ]
      const found = new Map<string, Tally>()
      if (changed.length > 0)
        for (const { _id, stamp, names, columns } of await months()
          .find({ _id: { $in: changed } })
          .toArray()) {
          const tally = { month: _id, names, columns: unpackColumns(columns) }
          found.set(_id, tally)
          memory.delete(_id)
          memory.set(_id, { stamp, tally })
        }
      const tallied = wanted.flatMap((month) => found.get(month) ?? memory.get(month)?.tally ?? [])
      for (const month of memory.keys()) if (memory.size > remembered) memory.delete(month)
      return tallied
    },
    /** For whoever changed lines without a mark (bulk removal): the months of these days are counted when next asked for. */
    invalidate: (dates: readonly LocalDate[]) =>
      Promise.all(
        [...new Set(dates.map((date) => date.slice(0, 7)))].map((month) =>
          months().updateOne(
            { _id: month },
            { $set: { stale: true, stamp: randomUUID() } },
            { upsert: true },
          ),
        ),
      ),
  }
}

function monthsBetween(from: LocalDate, to: LocalDate): string[] {
  const months: string[] = []
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > to.slice(0, 7)) return months
    months.push(name)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  }
}
