import { inboundSchema } from '../../src/chat/message.ts'
import { outboxRows } from '../../src/chat/outgoing.ts'
import { handle } from '../../src/commands/handle.ts'
import { AppError, asAppError } from '../../src/errors.ts'
import { textsFor } from '../../src/locale/index.ts'
import type { MailWorker } from '../../src/queue/work.ts'
import { isOutage } from '../../src/store/connection.ts'
import type { WorkerDeps } from '../deps.ts'

/** Name of the mailboxes of what people said. */
export const inboundMail = 'handle-message'

/**
 * Handles what people said, in the order each of them said it. While MongoDB is away messages keep their places;
 * one that fails by itself three times becomes a dead letter, its sender is told, and the next one runs.
 */
export const handleMessage: MailWorker<WorkerDeps> = {
  mail: inboundMail,
  concurrency: 20,
  tries: 3,
  async handle(payload, deps) {
    try {
      await handle(payload, deps)
      deps.metrics.handled.inc({ outcome: 'done' })
    } catch (error) {
      if (isOutage(error)) throw new AppError('unavailable', 'MongoDB does not answer', { cause: error })
      throw asAppError(error)
    }
  },
  async bury(payload, error, deps) {
    const { store, log, metrics, limits } = deps
    metrics.deadLetters.inc({ queue: inboundMail })
    metrics.handled.inc({ outcome: 'dead' })
    try {
      const message = inboundSchema.parse(JSON.parse(store.seal.open(payload)))
      log.error(
        { message: message.key, reason: error.message },
        'a message could not be handled and is kept as a dead letter',
      )
      await store.deadLetters.add({
        key: message.key,
        queue: inboundMail,
        reason: error.message,
        at: new Date(deps.now()),
        payload,
      })
      const { platform, account, sender } = message
      const draft = {
        platform,
        account,
        to: { kind: 'person' as const, id: sender.id },
        text: textsFor(deps.locale).common.failed,
        inReplyTo: message.id,
      }
      const rows = outboxRows(`${message.key}!`, [draft], new Date(message.acceptedAt), limits)
      await store.outbox.addAll(rows)
      await deps.post(rows)
    } catch (failure) {
      if (isOutage(failure)) throw new AppError('unavailable', 'MongoDB does not answer', { cause: failure })
      log.error({ reason: asAppError(failure).message }, 'a letter that cannot be read is dropped')
    }
  },
}
