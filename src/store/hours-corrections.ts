import type { Connection } from 'mongoose'
import { type Day, dayId } from './days.ts'
import { insertedFirst } from './connection.ts'
import type { HoursEntry } from './hours.ts'

/**
 * A line that corrects another, `H55#1`: `minutes` is the difference, so that both count together from the moment of the
 * correction and a figure as of an earlier day stays what it was. `attendances` is what it adds: -1 when nothing is left
 * of the line, 1 when something is again, else 0. `note` is the reason.
 */
export type Correction = HoursEntry & { corrects: string; attendances: number; uncounted: string }

/** What a line is to say now, by whose word and why. */
export type CorrectionWord = { minutes: number; by: string; key: string; at: Date; reason: string }

/** Minutes of a line on one day. */
type Share = { date: string; minutes: number }

/** Corrections of verified lines: each is a line of its own, and the guards of the days come first. */
export function hoursCorrections(connection: Connection) {
  const ledger = () => connection.db!.collection<Correction>('hours')
  const guards = () => connection.db!.collection<Day>('days')

  const setGuards = async (line: HoursEntry, shares: readonly Share[], fits?: object): Promise<number> => {
    let changed = 0
    for (const { date, minutes } of shares) {
      const { matchedCount } = await guards().updateOne(
        { _id: dayId(line.person, date), 'parts.entry': line._id, ...(fits && { $expr: fits }) },
        { $set: { 'parts.$[line].minutes': minutes, 'parts.$[line].approved': minutes } },
        { arrayFilters: [{ 'line.entry': line._id }] },
      )
      changed += matchedCount
    }
    return changed
  }

  return {
    /** The corrections of a line, in their order. */
    of: (line: string): Promise<Correction[]> =>
      ledger().find({ corrects: line }).sort({ claimedAt: 1, _id: 1 }).toArray(),
    /**
     * Makes the guards of a line's days say its new minutes, while what others were approved on that day and these stay
     * within `limit`, and what is claimed within `most`. False when a day has no room; those before it are then put back.
     */
    async approve(
      line: HoursEntry,
      shares: readonly Share[],
      limits: { limit: number; most: number; before: readonly Share[] },
    ): Promise<boolean> {
      for (const [i, share] of shares.entries()) {
        const fits = {
          $and: [
            { $lte: [{ $add: [beside(line._id, 'approved'), share.minutes] }, limits.limit] },
            { $lte: [{ $add: [beside(line._id, 'minutes'), share.minutes] }, limits.most] },
          ],
        }
        if ((await setGuards(line, [share], fits)) === 1) continue
        await setGuards(line, limits.before.slice(0, i))
        return false
      }
      return true
    },
    /** Makes the guards say what the ledger says, after somebody else was first. */
    settle: (line: HoursEntry, shares: readonly Share[]) => setGuards(line, shares),
    /**
     * Adds the line with the difference; undefined when there are other corrections by now than those read before the
     * guards were set.
     */
    async add(
      line: HoursEntry,
      earlier: readonly Correction[],
      word: CorrectionWord,
    ): Promise<Correction | undefined> {
      const now = earlier.reduce((sum, { minutes }) => sum + minutes, line.minutes)
      const { _id, verifiers: _said, verifiedAt: _then, note: _note, demo: _demo, ...same } = line
      const { by, key, at, minutes, reason } = word
      const correction: Correction = {
        ...same,
        // The number says how many came before: of two at once one is second.
        _id: `${_id}#${earlier.length + 1}`,
        corrects: _id,
        correction: true,
        minutes: minutes - now,
        attendances: Math.sign(minutes) - Math.sign(now),
        verifiers: [{ person: by, key, at, minutes, to: 'verified' }],
        verifiedAt: at,
        claimedAt: at,
        by,
        note: reason,
        uncounted: key,
        key,
      }
      return (await insertedFirst(ledger().insertOne(correction))) ? correction : undefined
    },
  }
}

/** The sum of a field over all other lines of a day. */
const beside = (entry: string, field: 'approved' | 'minutes') => ({
  $sum: {
    $map: {
      input: { $filter: { input: '$parts', cond: { $ne: ['$$this.entry', entry] } } },
      in: `$$this.${field}`,
    },
  },
})
