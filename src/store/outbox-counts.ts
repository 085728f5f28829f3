import type { OutboxModel, OutboxRow } from './outbox-row.ts'

/** How much is on its way, and what became of it. */
export function outboxCounts(model: OutboxModel) {
  return {
    /** How many rows of an account wait in the slow lane. */
    bulkWaiting: (platform: string, account: string): Promise<number> =>
      model.countDocuments({ state: 'queued', lane: 'bulk', platform, account }),
    /** How many rows are in which state: all that are not settled, and those settled since a moment. */
    async states(since: Date): Promise<Partial<Record<OutboxRow['state'], number>>> {
      const counted = (match: object) =>
        model.aggregate<{ _id: OutboxRow['state']; count: number }>([
          { $match: match },
          { $group: { _id: '$state', count: { $sum: 1 } } },
        ])
      const rows = await Promise.all([
        counted({ state: { $in: ['queued', 'claimed', 'calling'] } }),
        counted({ settledAt: { $gte: since } }),
      ])
      return Object.fromEntries(rows.flat().map(({ _id, count }) => [_id, count]))
    },
    /** How many rows of a broadcast are in which state, those that failed by their reason. */
    async tally(code: string): Promise<{ state: OutboxRow['state']; reason?: string; count: number }[]> {
      const rows = await model.aggregate<{
        _id: { state: OutboxRow['state']; reason?: string | null }
        count: number
      }>([
        { $match: { broadcast: code } },
        {
          $group: {
            _id: { state: '$state', reason: { $cond: [{ $eq: ['$state', 'failed'] }, '$reason', null] } },
            count: { $sum: 1 },
          },
        },
      ])
      return rows.map(({ _id: { state, reason }, count }) => ({ state, count, ...(reason && { reason }) }))
    },
    /** The accounts through which a broadcast still goes out. */
    async accountsOf(broadcast: string): Promise<{ platform: string; account: string; count: number }[]> {
      const rows = await model.aggregate<{ _id: { platform: string; account: string }; count: number }>([
        { $match: { broadcast, state: { $in: ['queued', 'claimed', 'calling'] } } },
        { $group: { _id: { platform: '$platform', account: '$account' }, count: { $sum: 1 } } },
      ])
      return rows.map(({ _id, count }) => ({ ..._id, count }))
    },
  }
}
