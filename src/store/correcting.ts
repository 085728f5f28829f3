import type { Model } from 'mongoose'
import { insertedFirst } from './connection.ts'
import type { HoursEntry } from './hours-entry.ts'

/** Corrections of what was verified: lines of their own, since the ledger is only added to. */
export function correcting(model: Model<HoursEntry>) {
  return {
    /** Minutes that corrections have added to a line, or taken off. */
    async correctedBy(id: string): Promise<number> {
      const corrections = await model.find({ corrects: id }, { minutes: 1 }).lean<HoursEntry[]>()
      return corrections.reduce((sum, { minutes }) => sum + minutes, 0)
    },
    /**
     * Corrects a verified line: one new line with the difference, so that old and new count together from the moment of
     * the correction and a figure as of an earlier day stays what it was. Gives the correction; `undefined` when the
     * line was corrected by another message meanwhile.
     */
    async correct(
      line: HoursEntry,
      word: { minutes: number; by: string; key: string; at: Date; reason: string },
    ): Promise<HoursEntry | undefined> {
      if (line.state !== 'verified' || line.corrects) return undefined
      const earlier = await model.find({ corrects: line._id }).lean<HoursEntry[]>()
      const mine = earlier.find(({ key }) => key === word.key)
      if (mine) return mine
      const now = earlier.reduce((sum, { minutes }) => sum + minutes, line.minutes)
      const { _id, verifiers: _said, verifiedAt: _then, note: _note, demo: _demo, ...same } = line
      const { by: person, key, at, minutes, reason } = word
      const correction: HoursEntry = {
        ...same,
        // The number says how many came before: of two at once one is second.
        _id: `${_id}#${earlier.length + 1}`,
        corrects: _id,
        correction: true,
        minutes: minutes - now,
        attendances: Math.sign(minutes) - Math.sign(now),
        verifiers: [{ person, key, at, minutes, to: 'verified' }],
        verifiedAt: at,
        claimedAt: at,
        by: person,
        note: reason,
        uncounted: key,
        key,
      }
      return (await insertedFirst(model.create(correction))) ? correction : undefined
    },
  }
}
