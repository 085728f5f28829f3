import type { Model } from 'mongoose'
import type { Claim, SealedRow } from './outbox-row.ts'

/** What is done with many rows at once, in as many round trips as for one. The conditions are those of one row. */
export function bulkRows(model: Model<SealedRow>) {
  return {
    /** Claims those that are queued and due; gives the claimed ones. Two processes never get the same row. */
    async claimAll(ids: readonly string[], claim: Claim): Promise<SealedRow[]> {
      const { token, now, leaseUntil, calling } = claim
      const _id = { $in: [...ids] }
      await model.updateMany(
        { _id, state: 'queued', dueAt: { $lte: now } },
        { $set: { state: calling ? 'calling' : 'claimed', token, leaseUntil }, $inc: { tries: 1 } },
      )
      return model.find({ _id, token }).lean<SealedRow[]>()
    },
    /** Settles rows as sent, each by the token it was claimed with; gives how many that were. */
    async settleSent(rows: readonly { _id: string; token: string }[], at: Date): Promise<number> {
      const tokens = [...new Set(rows.map(({ token }) => token))]
      const { matchedCount } = await model.updateMany(
        {
          _id: { $in: rows.map(({ _id }) => _id) },
          token: { $in: tokens },
          state: { $in: ['claimed', 'calling', 'unknown'] },
        },
        { $set: { state: 'sent', settledAt: at }, $unset: { token: 1, leaseUntil: 1 } },
      )
      return matchedCount
    },
  }
}
