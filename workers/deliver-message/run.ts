import type { Delivery, Lane } from '../../src/chat/delivery.ts'
import { AppError, asAppError } from '../../src/errors.ts'
import { WaitFor } from '../../src/queue/drain.ts'
import type { MailWorker } from '../../src/queue/work.ts'
import { isOutage } from '../../src/store/connection.ts'
import type { WorkerDeps } from '../deps.ts'

/** Conversations at once for each lane: answers have their own, so that a broadcast never holds them up. */
const concurrency: Record<Lane, number> = { reply: 20, bulk: 10 }

/** Name of the mailboxes of a platform account's lane. */
export function outboundMail(platform: string, account: string, lane: Lane): string {
  return `deliver-${lane}.${platform}.${account}`
}

/** Delivers one lane of a platform account, one message of a conversation at a time. */
export function deliverMessage(delivery: Delivery, lane: Lane): MailWorker<WorkerDeps> {
  const { platform, account, window } = delivery
  // The next rows come before the last ones are gone, and not only when the sweeper looks.
  const often = Math.max(1, Math.floor(window / 4))
  let done = 0
  let feeding: Promise<unknown> | undefined
  const refill = ({ feed, log }: WorkerDeps) => {
    if (lane !== 'bulk' || ++done % often > 0) return
    feeding ??= feed(platform.name, account)
      .catch((error: unknown) => log.debug({ reason: asAppError(error).message }, 'left to the sweeper'))
      .finally(() => (feeding = undefined))
  }
  return {
    mail: outboundMail(platform.name, account, lane),
    concurrency: concurrency[lane],
    tries: 10,
    yields: lane === 'bulk',
    async handle(id, deps, conversation) {
      try {
        await delivery.deliver(id, conversation, lane)
        refill(deps)
      } catch (error) {
        if (error instanceof WaitFor) throw error
        if (isOutage(error)) throw new AppError('unavailable', 'MongoDB does not answer', { cause: error })
        throw asAppError(error)
      }
    },
    // The row stays in MongoDB as it is; the sweeper hands it over again when it is still queued.
    async bury(id, error, { log, metrics }) {
      metrics.deadLetters.inc({ queue: outboundMail(platform.name, account, lane) })
      log.error(
        { row: id, reason: error.message },
        'a delivery failed on our side and is left to the sweeper',
      )
    },
  }
}
