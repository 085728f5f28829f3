import { createHash } from 'node:crypto'
import { type InboundMessage, inboundSchema } from '../../src/chat/message.ts'
import { outboxRows } from '../../src/chat/outgoing.ts'
import { handle } from '../../src/commands/handle.ts'
import { AppError, asAppError } from '../../src/errors.ts'
import { textsFor } from '../../src/locale/index.ts'
import type { MailWorker } from '../../src/queue/work.ts'
import type { Seal } from '../../src/seal.ts'
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
    const { store, log, metrics } = deps
    const message = read(payload, store.seal)
    // One that nobody can read has no key; it is kept all the same, for the key that opens it may be found again.
    const key = message?.key ?? createHash('sha256').update(payload).digest('base64url')
    const reason = error.message
    log.error({ message: key, reason }, 'a message could not be handled and is kept as a dead letter')
    try {
      await store.deadLetters.add({ key, queue: inboundMail, reason, at: new Date(deps.now()), payload })
      if (message) await apologise(message, deps)
    } catch (failure) {
      if (isOutage(failure)) throw new AppError('unavailable', 'MongoDB does not answer', { cause: failure })
      log.error({ message: key, reason: asAppError(failure).message }, 'the end of a dead letter failed')
    }
    metrics.deadLetters.inc({ queue: inboundMail })
    metrics.handled.inc({ outcome: 'dead' })
  },
}

function read(payload: string, seal: Seal): InboundMessage | undefined {
  try {
    return inboundSchema.parse(JSON.parse(seal.open(payload)))
  } catch {
    return undefined
  }
}

/** Tells the sender that it was us. */
async function apologise(message: InboundMessage, deps: WorkerDeps): Promise<void> {
  const { platform, account, sender } = message
  const draft = {
    platform,
    account,
    to: { kind: 'person' as const, id: sender.id },
    text: textsFor(deps.locale).common.failed,
    inReplyTo: message.id,
  }
  const rows = outboxRows(`${message.key}!`, [draft], new Date(message.acceptedAt), deps.limits)
  await deps.store.outbox.addAll(rows)
  await deps.post(rows)
}
