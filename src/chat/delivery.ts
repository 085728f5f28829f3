import { randomUUID } from 'node:crypto'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Redis } from 'ioredis'
import { AppError, asAppError } from '../errors.ts'
import type { Log } from '../log.ts'
import { WaitFor } from '../queue/drain.ts'
import { needsJob } from '../queue/mailbox.ts'
import type { MailQueue } from '../queue/mail.ts'
import { type OutboxContent, type OutboxRow, withdrawnReason } from '../store/outbox.ts'
import type { Store } from '../store/index.ts'
import type { Platform, RunningPlatform } from './platform.ts'
import type { Trace } from './trace.ts'

/** A platform's call may take this long; the lease outlives it, so that a slow call is never taken for a dead one. */
export const callLimitMs = 10_000
const leaseMs = 15_000
const backoff = { firstMs: 500, maxMs: 30_000 }

/** How long an account that told us to stop is left alone, in milliseconds. */
const pauseMs = 10 * 60_000

/** A row that is due later than this does not wait in Redis, in milliseconds. */
const heldMs = 60 * 60_000

/** Bulk rows of one account that are in Redis at once; all others wait in MongoDB. */
export const bulkWindow = 500

export type Lane = OutboxRow['lane']

/** Everything delivering for one platform account needs. */
export type DeliveryOptions = {
  platform: Platform
  running: RunningPlatform
  store: Store
  redis: Redis
  prefix: string
  mail: Record<Lane, MailQueue>
  now: () => number
  log: Log
  trace: Trace
  /** Told when the platform wants no more of this account. */
  paused: (reason: string, at: Date) => Promise<void>
  /** Told of every row that came to its end here. */
  settled: (state: 'sent' | 'failed', createdAt: Date) => void
}

/**
 * Takes outbox rows to their platform: rate token, claim, `calling`, call, settle. One row of a conversation at a
 * time, so that what was said first arrives first. A row that must wait keeps its place.
 */
export function createDelivery(options: DeliveryOptions) {
  const { platform, running, store, now, log, trace, mail, settled } = options
  let pausedUntil = 0
  const buckets = (['account', 'conversation'] as const).flatMap((scope) => {
    const rate = platform.rates[scope]
    if (!rate) return []
    const limiter = new RateLimiterRedis({
      storeClient: options.redis,
      keyPrefix: `{${options.prefix}}:rate:${platform.name}:${scope}`,
      points: rate.points,
      duration: rate.seconds,
    })
    return [{ limiter, key: (row: OutboxRow) => (scope === 'account' ? running.account : row.conversation) }]
  })

  /** Waits for a token of every bucket; what is full says when it is not, and what the others gave goes back. */
  const takeTokens = async (row: OutboxRow) => {
    const taken: (() => Promise<unknown>)[] = []
    for (const { limiter, key } of buckets) {
      try {
        await limiter.consume(key(row))
        taken.push(() => limiter.reward(key(row)))
      } catch (full) {
        if (!(full instanceof RateLimiterRes)) throw full
        for (const giveBack of taken) await giveBack()
        throw new WaitFor(full.msBeforeNext)
      }
    }
  }

  const call = async (row: OutboxRow & { content: OutboxContent }) => {
    const { content } = row
    const message = { ...content, id: row._id, to: row.to }
    return running.send(message, AbortSignal.timeout(callLimitMs))
  }

  const inReplyTo = (row: { _id: string }) => row._id.replace(/#\d+$/, '')

  const fail = async (row: OutboxRow, token: string, error: AppError) => {
    await store.outbox.settle(row._id, token, { state: 'failed', at: new Date(now()), reason: error.message })
    trace('failed', inReplyTo(row), error.code)
    settled('failed', row.createdAt)
    log.warn({ row: row._id, code: error.code, reason: error.message }, 'a message could not be delivered')
  }

  const postpone = async (row: OutboxRow, token: string, error: AppError) => {
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

  const pause = async (row: OutboxRow, token: string, error: AppError) => {
    const at = now()
    pausedUntil = at + pauseMs
    await store.outbox.postpone(row._id, token, new Date(at), error.message)
    log.error(
      { platform: platform.name, account: running.account, reason: error.message },
      'the account is paused; its messages are kept',
    )
    await options.paused(error.message, new Date(at))
  }

  /** Looked at again at the last moment; answers to what somebody said are not calls. */
  const unwanted = async ({ lane, person, activity, broadcast }: OutboxRow): Promise<string | undefined> => {
    if (lane !== 'bulk') return undefined
    if (broadcast !== undefined && (await store.broadcasts.isWithdrawn(broadcast))) return withdrawnReason
    if (person !== undefined && (await store.people.find(person))?.optedOut !== undefined) return 'opted out'
    if (activity !== undefined && (await store.activities.find(activity))?.state === 'cancelled')
      return 'called off'
    return undefined
  }

  const deliver = async (id: string) => {
    // While the account is paused its rows wait in MongoDB; the sweeper hands them over afterwards.
    if (pausedUntil > now()) return
    const state = buckets.length > 0 ? await store.outbox.find(id) : undefined
    if (state?.state === 'queued') await takeTokens(state)
    const token = randomUUID()
    const at = now()
    const row = await store.outbox.claim(id, {
      token,
      now: new Date(at),
      leaseUntil: new Date(at + leaseMs),
      calling: platform.idempotentSend,
    })
    if (!row) return standsAside(id)
    // A paused account or an outage kept it too long: a reminder after the start helps nobody.
    if (at > row.giveUpAt.getTime()) return fail(row, token, new AppError('unreachable', 'too late'))
    const reason = await unwanted(row)
    if (reason) {
      await store.outbox.settle(id, token, { state: 'failed', at: new Date(now()), reason })
      settled('failed', row.createdAt)
      return
    }
    if (!platform.idempotentSend && !(await store.outbox.beginCall(id, token))) return
    try {
      const { platformId } = await call(row)
      await store.outbox.settle(id, token, {
        state: 'sent',
        at: new Date(now()),
        ...(platformId && { platformId }),
      })
      trace('delivered', inReplyTo(row))
      settled('sent', row.createdAt)
    } catch (thrown) {
      const error = asAppError(thrown)
      if (error.code === 'account_paused') return pause(row, token, error)
      if (error.code === 'unreachable' || error.code === 'refused') return fail(row, token, error)
      return postpone(row, token, error)
    }
  }

  /** A row that could not be claimed is settled, not due yet, or in another process's hands. */
  const standsAside = async (id: string) => {
    const row = await store.outbox.find(id)
    // Held for hours: MongoDB keeps it, and it is handed over again when it is due.
    if (row?.state === 'queued' && row.dueAt.getTime() - now() > heldMs) return
    if (row?.state === 'queued') throw new WaitFor(Math.max(row.dueAt.getTime() - now(), 50))
    if (row?.state === 'claimed' || row?.state === 'calling') throw new WaitFor(1_000)
  }

  return {
    platform,
    account: running.account,
    mail,
    deliver,
    /**
     * Hands rows to their queue. Repeats do no harm: only a queued row can be claimed. Throws AppError `unavailable`
     * when Redis did not take them.
     */
    async post(rows: readonly Pick<OutboxRow, '_id' | 'conversation'>[], lane: Lane): Promise<void> {
      const { mailboxes, wake } = mail[lane]
      const letters = rows.map(({ _id, conversation }) => ({ box: conversation, payload: _id }))
      try {
        const posted = await mailboxes.post(letters)
        await wake(letters.filter((_, i) => needsJob(posted[i])).map(({ box }) => box))
      } catch (cause) {
        throw new AppError('unavailable', 'the delivery queue does not answer', { cause })
      }
    },
    /** Whether the platform has told us to stop; it is asked again after a while, and at every start. */
    get paused(): boolean {
      return pausedUntil > now()
    },
  }
}

export type Delivery = ReturnType<typeof createDelivery>
