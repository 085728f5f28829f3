import type { Seal } from '../seal.ts'
import type { Counters } from './counters.ts'
import type { OutboxContent, OutboxModel, OutboxRow } from './outbox-row.ts'

/** How long a row that is sent again may take, in milliseconds. */
const lifeMs = 24 * 3600_000

/** Who decides about a row, by which message. */
export type Decided = { key: string; by: string; at: Date }

const open = { state: 'unknown', 'decision.did': { $ne: 'left' } } as const

/**
 * Outbox rows whose delivery nobody knows: the process died, or the platform fell silent, while a platform that cannot
 * tell a repeat had the message. They wait for an admin's word, who knows them by their codes.
 */
export function unknownRows(model: OutboxModel, { seal, counters }: { seal: Seal; counters: Counters }) {
  const byCodes = (codes: readonly string[]): Promise<OutboxRow[]> =>
    model.find({ code: { $in: [...codes] } }, { sealed: 0 }).lean<OutboxRow[]>()

  return {
    count: (): Promise<number> => model.countDocuments(open),
    /** Oldest first, with what was to be said: opened only for whoever may read it. */
    async list(limit: number): Promise<(OutboxRow & { text: string })[]> {
      const rows = await model
        .find({ ...open, code: { $exists: true } })
        .sort({ settledAt: 1, _id: 1 })
        .limit(limit)
        .lean<(OutboxRow & { sealed: string })[]>()
      return rows.map(({ sealed, ...row }) => ({
        ...row,
        text: (JSON.parse(seal.open(sealed)) as OutboxContent).text,
      }))
    },
    byCodes,
    async codes(limit: number): Promise<string[]> {
      const rows = await model
        .find({ ...open, code: { $exists: true } }, { code: 1 })
        .sort({ settledAt: 1, _id: 1 })
        .limit(limit)
        .lean<{ code: string }[]>()
      return rows.map(({ code }) => code)
    },
    /** Gives a code to rows that have none yet. */
    async number(limit: number): Promise<void> {
      const rows = await model
        .find({ ...open, code: null }, { _id: 1 })
        .sort({ settledAt: 1, _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>()
      if (rows.length === 0) return
      const first = await counters.take('unknownRow', rows.length)
      for (const [i, { _id }] of rows.entries())
        await model.updateOne(
          { _id, code: null },
          { $set: { code: counters.format('unknownRow', first + i) } },
        )
    },
    /** Rows the admins have not been told of. */
    untold: (limit: number): Promise<Pick<OutboxRow, '_id' | 'code' | 'tries' | 'settledAt'>[]> =>
      model
        .find({ ...open, code: { $exists: true }, toldAt: null }, { code: 1, tries: 1, settledAt: 1 })
        .sort({ settledAt: 1, _id: 1 })
        .limit(limit)
        .lean(),
    told: (ids: readonly string[], at: Date) =>
      model.updateMany({ _id: { $in: [...ids] } }, { $set: { toldAt: at } }),
    /**
     * Puts a row back into its queue for one more try; the sweeper hands it over. What the old call may still tell
     * counts until the next one has begun. False when it is not unknown, true again for the message that did it.
     */
    async resend(code: string, decided: Decided): Promise<boolean> {
      const [row] = await byCodes([code])
      if (!row) return false
      if (row.decision?.key === decided.key) return row.decision.did === 'resent'
      const { matchedCount } = await model.updateOne(
        { _id: row._id, ...open },
        {
          $set: {
            state: 'queued',
            dueAt: decided.at,
            giveUpAt: new Date(Math.max(row.giveUpAt.getTime(), decided.at.getTime() + lifeMs)),
            decision: { did: 'resent', ...decided },
            ...(row.token && { formerToken: row.token }),
          },
          $unset: { token: 1, settledAt: 1, fedAt: 1, toldAt: 1, reason: 1 },
        },
      )
      return matchedCount === 1
    },
    /** Leaves a row as it is and out of every list. False when it is not unknown, true again for the same message. */
    async leave(code: string, decided: Decided): Promise<boolean> {
      const [row] = await byCodes([code])
      if (!row) return false
      if (row.decision?.key === decided.key) return row.decision.did === 'left'
      const { matchedCount } = await model.updateOne(
        { _id: row._id, ...open },
        { $set: { decision: { did: 'left', ...decided } } },
      )
      return matchedCount === 1
    },
  }
}
