import type { Redis } from 'ioredis'
import { addDays, localDate, startOfDay } from '../domain/time/local-date.ts'
import { AppError, asAppError, type ErrorCode } from '../errors.ts'
import type { Log } from '../log.ts'
import { WaitFor } from '../queue/drain.ts'
import { needsJob } from '../queue/mailbox.ts'
import type { MailQueue } from '../queue/mail.ts'
import { createRest } from '../queue/rest.ts'
import { createTokens } from '../queue/tokens.ts'
import { type OutboxContent, type OutboxRow } from '../store/outbox.ts'
import type { Store } from '../store/index.ts'
import { createClaims } from './claims.ts'
import { keyOf } from './message.ts'
import { createPace, longRestMs } from './pace.ts'
import type { Platform, RunningPlatform } from './platform.ts'
import { mayHaveArrived } from './may-have-arrived.ts'
import { createSendEnd } from './send-end.ts'
import type { Trace } from './trace.ts'

/** A platform's call may take this long; the lease (claims.ts) outlives it, so that a slow call is never taken for a dead one. */
export const callLimitMs = 10_000

/** How long an account that told us to stop is left alone, in milliseconds. */
const pauseMs = 10 * 60_000

/** A row that is due later than this does not wait in Redis, in milliseconds. */
const heldMs = 60 * 60_000

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
  /** Where days begin that a daily cap counts by. */
  zone: string
  log: Log
  trace: Trace
  /** Told when the platform wants no more of this account. */
  paused: (reason: string, at: Date) => Promise<void>
  /** Told of every row that came to its end here. */
  settled: (state: 'sent' | 'failed', row: Pick<OutboxRow, 'lane' | 'createdAt'>) => void
  /** Told of every call that failed, with what that means. */
  callFailed: (code: ErrorCode) => void
  /** Told whenever a row must wait for the pace of its platform. */
  tokenWaited: () => void
}

/**
 * Takes outbox rows to their platform: rate token, claim, `calling`, call, settle. One row of a conversation at a
 * time, so that what was said first arrives first. A row that must wait keeps its place.
 */
export function createDelivery(options: DeliveryOptions) {
  const { platform, running, store, now, zone, log, mail } = options
  const base = `{${options.prefix}}:tokens:${keyOf(platform.name, running.account)}`
  const rest = createRest({ redis: options.redis, base, now })
  const tokens = createTokens({
    redis: options.redis,
    base,
    now,
    endOfDay: (at) => startOfDay(addDays(localDate(at, zone), 1), zone),
  })
  const pace = createPace({ rates: platform.rates, tokens, mail, waited: options.tokenWaited })
  const claims = createClaims({ store, now, calling: platform.idempotentSend })
  const end = createSendEnd(options)

  const call = async (row: OutboxRow & { content: OutboxContent }) => {
    const { content } = row
    const message = { ...content, id: row._id, to: row.to }
    return running.send(message, AbortSignal.timeout(callLimitMs))
  }

  /**
   * Leaves the account alone for a while. The row stays due, so that it is still the first of its conversation then.
   * Whoever is first to know tells the admins.
   */
  const leaveAlone = async (row: OutboxRow, token: string, error: AppError): Promise<void> => {
    const at = new Date(now())
    const ms = error.retryAfterMs ?? pauseMs
    await store.outbox.postpone(row._id, token, at, error.message)
    if (await rest.begin(error.code === 'account_paused' ? 'refused' : 'asked', ms)) {
      log.error(
        { platform: platform.name, account: running.account, reason: error.message },
        'the account is paused; its messages are kept',
      )
      await options.paused(error.message, at)
    }
    if (ms <= longRestMs) throw new WaitFor(ms)
  }

  /** Delivers a row of a conversation. Throws WaitFor when it has to wait. */
  const deliver = async (id: string, conversation: string, lane: Lane): Promise<void> => {
    // While the account rests its rows wait in MongoDB; the sweeper hands them over afterwards.
    if (!(await pace.take(conversation, lane))) return
    const claimed = await claims.claim(id, lane)
    if (!claimed) return standsAside(id)
    const { row, token, at, reason } = claimed
    // A paused account or an outage kept it too long: a reminder after the start helps nobody.
    if (at > row.giveUpAt.getTime()) return end.fail(row, token, new AppError('unreachable', 'too late'))
    if (reason) return end.drop(row, token, reason)
    if (!platform.idempotentSend && !(await store.outbox.beginCall(id, token))) return
    try {
      const { platformId } = await call(row)
      await end.sent(row, token, platformId)
    } catch (thrown) {
      const error = asAppError(thrown)
      options.callFailed(error.code)
      if (error.code === 'account_paused' || error.slows === 'account') return leaveAlone(row, token, error)
      if (error.code === 'unreachable' || error.code === 'refused') return end.fail(row, token, error)
      if (!platform.idempotentSend && mayHaveArrived(error)) return end.lose(row, token, error)
      return end.postpone(row, token, error)
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
    /** How many bulk rows may be in Redis at once. */
    window: pace.window,
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
    /** Whether the account is left alone for longer, in all processes. */
    rests: async (): Promise<boolean> => (await rest.left()) > longRestMs,
    /** Tries an account again that wanted no more: whoever starts the service has mended it. */
    resume: (): Promise<void> => rest.end(),
  }
}

export type Delivery = ReturnType<typeof createDelivery>
