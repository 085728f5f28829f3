import type { Delivery, Lane } from '../../src/chat/delivery.ts'
import type { WorkerDeps } from '../deps.ts'

/** Rows of answers that are handed over at once. */
const batch = 500

/** How long a row that was handed over is thought to be on its way, in milliseconds. */
const patience: Record<Lane, number> = { reply: 30_000, bulk: 60_000 }

/**
 * Hands rows that wait in MongoDB to their queue, of broadcasts at most a window; those handed over less than
 * `patienceMs` ago are still on their way.
 */
export async function feed(
  { store, now }: Pick<WorkerDeps, 'store' | 'now'>,
  delivery: Delivery,
  lane: Lane,
  patienceMs = patience[lane],
): Promise<void> {
  const at = now()
  const limit = lane === 'bulk' ? await room(delivery) : batch
  if (limit <= 0) return
  const waiting = {
    platform: delivery.platform.name,
    account: delivery.account,
    now: new Date(at),
    fedBefore: new Date(at - patienceMs),
    limit,
  }
  const rows = await (lane === 'bulk'
    ? store.outbox.waitingBulk(waiting)
    : store.outbox.waitingReplies(waiting))
  if (rows.length === 0) return
  await store.outbox.fed(
    rows.map(({ _id }) => _id),
    new Date(at),
  )
  await delivery.post(rows, lane)
}

/** How many more bulk rows may be in Redis. */
async function room({ mail, window }: Delivery): Promise<number> {
  const { boxes } = await mail.bulk.mailboxes.depth()
  return window - boxes
}
