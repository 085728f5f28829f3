import type { AppError } from '../errors.ts'
import type { Log } from '../log.ts'
import { WaitFor } from '../queue/drain.ts'
import { createGroupCommit } from '../queue/group-commit.ts'
import type { Store } from '../store/index.ts'
import type { OutboxRow } from '../store/outbox.ts'
import type { Trace } from './trace.ts'

/** Rows of broadcasts settled at once. */
const most = 100
const backoff = { firstMs: 500, maxMs: 30_000 }

/** The key of the message a row answers. */
const inReplyTo = (row: { _id: string }) => row._id.replace(/#\d+$/, '')

/** The ends a claimed row may come to. `settled` is told of those that are final. */
export function createSendEnd(options: {
  store: Store
  now: () => number
  log: Log
  trace: Trace
  settled: (state: 'sent' | 'failed', row: Pick<OutboxRow, 'lane' | 'createdAt'>) => void
}) {
  const { store, now, log, trace, settled } = options

  const settleSent = (_id: string, token: string, platformId?: string) =>
    store.outbox.settle(_id, token, { state: 'sent', at: new Date(now()), ...(platformId && { platformId }) })
  const bulk = createGroupCommit<{ _id: string; token: string }, void>({
    limit: most,
    async commit(rows) {
      const settled = await store.outbox.settleSent(rows, new Date(now()))
      // Somebody else changed one meanwhile: each is looked at by itself.
      if (settled < rows.length) for (const { _id, token } of rows) await settleSent(_id, token)
      return rows.map(() => undefined)
    },
  })

  const sent = async (row: OutboxRow, token: string, platformId: string | undefined): Promise<void> => {
    if (row.lane === 'bulk' && platformId === undefined) await bulk.add({ _id: row._id, token })
    else await settleSent(row._id, token, platformId)
    trace('delivered', inReplyTo(row))
    settled('sent', row)
  }

  /** Nobody is to get it any more, and nothing went wrong. */
  const drop = async (row: OutboxRow, token: string, reason: string): Promise<void> => {
    await store.outbox.settle(row._id, token, { state: 'failed', at: new Date(now()), reason })
    settled('failed', row)
  }

  const fail = async (row: OutboxRow, token: string, error: AppError): Promise<void> => {
    await drop(row, token, error.message)
    trace('failed', inReplyTo(row), error.code)
    log.warn({ row: row._id, code: error.code, reason: error.message }, 'a message could not be delivered')
  }

  /** Tried again later, as late as the platform asked for. Throws WaitFor, unless it is then worth nothing any more. */
  const postpone = async (row: OutboxRow, token: string, error: AppError): Promise<void> => {
    const own = Math.min(backoff.firstMs * 2 ** Math.min(row.tries - 1, 10), backoff.maxMs)
    // What the platform asked for is the least; our own wait may be a little shorter too.
    const wait =
      error.retryAfterMs === undefined
        ? own * (0.8 + Math.random() * 0.4)
        : error.retryAfterMs * (1 + Math.random() * 0.2)
    const dueAt = now() + Math.ceil(wait)
    if (dueAt > row.giveUpAt.getTime()) return fail(row, token, error)
    await store.outbox.postpone(row._id, token, new Date(dueAt), error.message)
    throw new WaitFor(dueAt - now())
  }

  /** Sent again it might come twice, and left alone never: an admin decides. */
  const lose = async (row: OutboxRow, token: string, error: AppError): Promise<void> => {
    await store.outbox.lost(row._id, token, new Date(now()), error.message)
    log.warn({ row: row._id, reason: error.message }, 'nobody knows whether a message arrived')
  }

  return { sent, drop, fail, postpone, lose }
}
