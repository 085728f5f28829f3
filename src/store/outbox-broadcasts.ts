import { type OutboxModel, type OutboxRow, withdrawnReason } from './outbox-row.ts'

/** States in which the other side has a message, or may have it. */
const reached: readonly OutboxRow['state'][] = ['sent', 'unknown', 'calling']

/** Whom broadcasts reach, and what is done with all that waits of one. */
export function outboxBroadcasts(model: OutboxModel) {
  return {
    /** The last call that reached somebody, to an activity when one is named. */
    latestCall: (
      person: string,
      activity?: string,
    ): Promise<Pick<OutboxRow, '_id' | 'activity' | 'child'> | null> =>
      model
        .findOne(
          {
            person,
            activity: activity ?? { $exists: true },
            lane: 'bulk',
            state: { $in: [...reached] },
          },
          { activity: 1, child: 1 },
        )
        .sort({ createdAt: -1 })
        .lean<OutboxRow>(),
    /** Whom some broadcasts reached. */
    async reachedBy(broadcasts: readonly string[]): Promise<string[]> {
      const rows = await model.aggregate<{ _id: string | null }>([
        { $match: { broadcast: { $in: [...broadcasts] }, state: { $in: [...reached] } } },
        { $group: { _id: '$person' } },
      ])
      return rows.flatMap(({ _id }) => _id ?? [])
    },
    /** Whom some broadcasts reach together at least so often, those on their way included. */
    async calledOften(broadcasts: readonly string[], least: number): Promise<string[]> {
      const rows = await model.aggregate<{ _id: string | null }>([
        { $match: { broadcast: { $in: [...broadcasts] }, state: { $ne: 'failed' } } },
        { $group: { _id: '$person', count: { $sum: 1 } } },
        { $match: { count: { $gte: least } } },
      ])
      return rows.flatMap(({ _id }) => _id ?? [])
    },
    /** Has what waits in the slow lane wait until a moment, except what is urgent. */
    hold: (until: Date) =>
      model.updateMany(
        { state: 'queued', lane: 'bulk', urgent: { $ne: true }, dueAt: { $lt: until } },
        { $set: { dueAt: until } },
      ),
    /** Ends all rows of a broadcast that nobody has claimed yet. */
    withdraw: (broadcast: string, at: Date) =>
      model.updateMany(
        { broadcast, state: 'queued' },
        { $set: { state: 'failed', reason: withdrawnReason, settledAt: at } },
      ),
  }
}
