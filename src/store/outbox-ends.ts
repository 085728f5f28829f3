import { bulkRows } from './bulk-rows.ts'
import type { Claim, OutboxContent, OutboxModel, OutboxRow, SealedRow } from './outbox-row.ts'

/** A row with what it says. */
type Opened = OutboxRow & { content: OutboxContent }

/** The way of a row from its claim to its end. All changes are conditional on the state before, or on the token. */
export function outboxEnds(model: OutboxModel, open: (row: SealedRow) => Opened) {
  const bulk = bulkRows(model)
  return {
    /** Claims a queued row that is due, for the holder of `token` until its lease ends. */
    async claim(id: string, claim: Claim) {
      const row = await model
        .findOneAndUpdate(
          { _id: id, state: 'queued', dueAt: { $lte: claim.now } },
          {
            $set: {
              state: claim.calling ? 'calling' : 'claimed',
              token: claim.token,
              leaseUntil: claim.leaseUntil,
            },
            $inc: { tries: 1 },
          },
          { returnDocument: 'after' },
        )
        .lean<SealedRow>()
      return row ? open(row) : undefined
    },
    claimAll: async (ids: readonly string[], claim: Claim) => (await bulk.claimAll(ids, claim)).map(open),
    settleSent: bulk.settleSent,
    /** From here on the platform may have the message. */
    async beginCall(id: string, token: string): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: id, state: 'claimed', token },
        { $set: { state: 'calling' } },
      )
      return matchedCount === 1
    },
    /**
     * The end of a row. A late result with the right token still settles what was thought `unknown`, and a late success
     * also what an admin has put back into the queue meanwhile.
     */
    async settle(
      id: string,
      token: string,
      end: { state: 'sent' | 'failed'; at: Date; platformId?: string; reason?: string },
    ): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        end.state === 'sent'
          ? {
              _id: id,
              $or: [{ token }, { formerToken: token }],
              state: { $in: ['queued', 'claimed', 'calling', 'unknown'] },
            }
          : { _id: id, token, state: { $in: ['claimed', 'calling', 'unknown'] } },
        {
          $set: {
            state: end.state,
            settledAt: end.at,
            ...(end.platformId && { platformId: end.platformId }),
            ...(end.reason && { reason: end.reason }),
          },
          $unset: { token: 1, leaseUntil: 1, formerToken: 1 },
        },
      )
      return matchedCount === 1
    },
    /** Back to the queue, to be tried again at `dueAt`. */
    postpone: (id: string, token: string, dueAt: Date, reason: string) =>
      model.updateOne(
        { _id: id, token, state: { $in: ['claimed', 'calling'] } },
        { $set: { state: 'queued', dueAt, reason }, $unset: { token: 1, leaseUntil: 1 } },
      ),
    /** The platform did not answer and may have the message all the same. */
    lost: (id: string, token: string, at: Date, reason: string) =>
      model.updateOne(
        { _id: id, token, state: 'calling' },
        { $set: { state: 'unknown', settledAt: at, reason }, $unset: { leaseUntil: 1 } },
      ),
    /** A row nobody may send any more, such as to somebody who opted out. */
    cancel: (id: string, reason: string, at: Date) =>
      model.updateOne({ _id: id, state: 'queued' }, { $set: { state: 'failed', reason, settledAt: at } }),
    /** What a dead process left: claimed goes back to the queue; calling too where the platform drops repeats, else it is unknown. */
    async expireLeases(platform: string, now: Date, idempotent: boolean): Promise<number> {
      const over = { platform, leaseUntil: { $lt: now } }
      const back = { $set: { state: 'queued', dueAt: now }, $unset: { token: 1, leaseUntil: 1 } }
      const claimed = await model.updateMany({ ...over, state: 'claimed' }, back)
      const calling = idempotent
        ? await model.updateMany({ ...over, state: 'calling' }, back)
        : await model.updateMany(
            { ...over, state: 'calling' },
            { $set: { state: 'unknown', settledAt: now }, $unset: { leaseUntil: 1 } },
          )
      return claimed.modifiedCount + calling.modifiedCount
    },
  }
}
