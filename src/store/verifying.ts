import type { Model } from 'mongoose'
import type { Reach } from '../domain/reach.ts'
import type { HoursEntry, Verifier } from './hours-entry.ts'
import { within } from './within.ts'

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

const waitingStates = ['pending', 'seconding'] as const

/** What social workers say about lines: which ones wait for their word, and the word itself, once per message. */
export function verifying(model: Model<HoursEntry>) {
  return {
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
    /** What waits for this social worker's word, by activity, oldest first; never lines of their own people. */
    waitingFor: (who: string, own: readonly string[], reach: Reach): Promise<WaitingGroup[]> =>
      model.aggregate<WaitingGroup>([
        {
          $match: {
            state: { $in: [...waitingStates] },
            'verifiers.person': { $ne: who },
            // As an expression: by the index of people, "not these" would mean nearly the whole ledger.
            $expr: { $not: [{ $in: ['$person', [...own]] }] },
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
              $set: {
                state: to,
                minutes,
                ...(to === 'verified' && { verifiedAt: by.at, uncounted: by.key }),
              },
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
  }
}
