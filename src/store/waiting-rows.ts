import type { Model } from 'mongoose'
import type { OutboxRow, SealedRow } from './outbox-row.ts'

/** A row to hand to its queue, with the conversation whose mailbox it goes to. */
export type WaitingRow = Pick<OutboxRow, '_id' | 'conversation'>

/** Whose rows: those of one account that are due and were not handed over since `fedBefore`. */
export type Waiting = { platform: string; account: string; now: Date; fedBefore: Date; limit: number }

/** The index that serves all of this. Whatever is settled is not in its range, however much of it there is. */
export const waitingIndex = { state: 1, lane: 1, platform: 1, account: 1, broadcast: 1, dueAt: 1 } as const

/** Broadcasts of one account that are served at the same time; others come when one of them is done. */
const mostBroadcasts = 100

/** Rows that wait in MongoDB for a place in their queue. */
export function waitingRows(model: Model<SealedRow>) {
  const due = ({ now, fedBefore }: Waiting) => ({
    dueAt: { $lte: now },
    $or: [{ fedAt: null }, { fedAt: { $lt: fedBefore } }],
  })
  const of = (lane: OutboxRow['lane'], { platform, account }: Waiting) => ({
    state: 'queued' as const,
    lane,
    platform,
    account,
  })

  /** Broadcasts that have rows here: from one to the next by the index, past all rows of each. */
  async function broadcasts(waiting: Waiting): Promise<(string | null)[]> {
    const found: (string | null)[] = [null]
    for (let last = ''; found.length <= mostBroadcasts;) {
      // Without a sort: the index gives them in order, and an engine that sorts what it found would read all rows.
      const next = await model
        .findOne({ ...of('bulk', waiting), broadcast: { $gt: last } }, { broadcast: 1 })
        .hint(waitingIndex)
        .lean<Pick<OutboxRow, 'broadcast'>>()
      if (!next?.broadcast) break
      found.push(next.broadcast)
      last = next.broadcast
    }
    return found
  }
  const ofBroadcast = (waiting: Waiting, broadcast: string | null, limit: number): Promise<WaitingRow[]> =>
    model
      .find({ ...of('bulk', waiting), broadcast, ...due(waiting) }, { conversation: 1 })
      .hint(waitingIndex)
      .limit(limit)
      .lean<WaitingRow[]>()

  return {
    /** Answers that lost their place in the queue, oldest first. */
    waitingReplies: (waiting: Waiting): Promise<WaitingRow[]> =>
      model
        .find(
          { ...of('reply', waiting), ...due(waiting), createdAt: { $lt: waiting.fedBefore } },
          { conversation: 1 },
        )
        .sort({ createdAt: 1, _id: 1 })
        .limit(waiting.limit)
        .lean<WaitingRow[]>(),
    /** Rows of broadcasts, one of each in turn, so that a large one does not hold up a small one. */
    async waitingBulk(waiting: Waiting): Promise<WaitingRow[]> {
      const { limit } = waiting
      const names = await broadcasts(waiting)
      const share = Math.ceil(limit / Math.max(names.length - 1, 1))
      const read = (name: string | null, most: number) => ofBroadcast(waiting, name, most)
      const queues = await Promise.all(names.map((name) => read(name, share)))
      const left = limit - queues.flat().length
      const more = queues.filter((rows) => rows.length === share).length
      // What the small ones left is for the others.
      const second = left > 0 && share < limit ? share + Math.ceil(left / Math.max(more, 1)) : share
      const all = await Promise.all(
        queues.map(async (rows, i) =>
          second > share && rows.length === share ? read(names[i] ?? null, second) : rows,
        ),
      )
      return inTurn(all).slice(0, limit)
    },
    /** Notes that rows were handed over. */
    fed: (ids: readonly string[], at: Date) =>
      model.updateMany({ _id: { $in: [...ids] } }, { $set: { fedAt: at } }),
  }
}

/** The first of each, then the second of each, and so on. */
function inTurn<Item>(queues: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...queues.map(({ length }) => length))
  return Array.from({ length: longest }, (_, n) => queues.flatMap((queue) => queue[n] ?? [])).flat()
}
