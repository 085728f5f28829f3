import { AppError, asAppError } from '../errors.ts'
import { createGroupCommit } from '../queue/group-commit.ts'
import { type Letter, type MailLimits, needsJob, type Posted } from '../queue/mailbox.ts'
import type { MailQueue } from '../queue/mail.ts'
import type { Seal } from '../seal.ts'
import { type InboundMessage, keyOf, type Parsed, type Received, senderKey } from './message.ts'
import { normalise } from './normalise.ts'
import type { Trace } from './trace.ts'

/** How long a repeat is recognised, and how old a message may be: longer than any platform redelivers. */
export const redeliverySeconds = 4 * 24 * 3600

/** When whoever floods may come again, in milliseconds: about how long a full box takes to empty. */
const floodRetryMs = 15_000

/** What the pure parser is asked. `mayAnswer` tells whether a text nobody addressed to us can be an answer at all. */
export type Understand = {
  parse: (text: string, about: { addressed: boolean; now: number }) => Parsed
  mayAnswer: (text: string) => boolean
}

/** The platform a message came by, as far as the path needs it. */
export type Origin = { platform: string; account: string; trusted: boolean; botNames: readonly string[] }

/**
 * The one path every message takes from a platform to its sender's mailbox. `receive` resolves when Redis has the
 * message (that is the acknowledgement) or when there is nothing to do; it throws AppError `malformed` for a message
 * that is too old and `unavailable` when Redis did not take it, or when too much of its sender waits already.
 */
export function createInbound(options: {
  understand: Understand
  mail: MailQueue
  /** How much may wait before whoever floods is asked to wait. */
  limits: MailLimits
  seal: Seal
  now: () => number
  trace: Trace
}) {
  const { understand, mail, limits, seal, now, trace } = options
  const commits = createGroupCommit<Letter, Posted>({
    limit: 256,
    async commit(letters) {
      const posted = await mail.mailboxes.post(letters, limits).catch((cause: unknown) => {
        throw new AppError('unavailable', 'the message could not be stored; please send it again', { cause })
      })
      const jobless = letters.filter((_, i) => needsJob(posted[i])).map(({ box }) => box)
      // The messages are safe in their boxes; should adding the jobs fail, the sweeper wakes the boxes.
      void mail.wake(jobless).catch(asAppError)
      return posted
    },
  })

  return {
    async receive(origin: Origin, received: Received): Promise<'accepted' | 'ignored'> {
      const { platform, account } = origin
      const acceptedAt = now()
      const key = keyOf(platform, account, received.id)
      if (acceptedAt - received.sentAt > redeliverySeconds * 1000)
        throw new AppError('malformed', 'the message is more than 4 days old')
      const text = normalise(received.text, { botNames: origin.botNames })
      const addressed = !received.room || received.mentionsBot
      const parsed: Parsed =
        received.kind === 'text' ? understand.parse(text, { addressed, now: acceptedAt }) : { actions: [] }
      const chatter = !addressed && parsed.actions.length === 0 && !understand.mayAnswer(text)
      if (received.kind === 'text' && chatter) {
        trace('ignored', key)
        return 'ignored'
      }
      // Field by field: spreading it costs more than all the rest of making it.
      const { kind, id, sender, room, mentionsBot, sentAt, replyHandle, answersOnly } = received
      const message: InboundMessage = {
        kind,
        id,
        sender,
        room,
        mentionsBot,
        sentAt,
        ...(replyHandle && { replyHandle }),
        ...(answersOnly && { answersOnly }),
        text,
        key,
        platform,
        account,
        trusted: origin.trusted,
        acceptedAt,
        parsed,
      }
      const posted = await commits.add({
        box: senderKey(message),
        payload: seal.seal(JSON.stringify(message)),
        once: { key, ttlSeconds: redeliverySeconds },
      })
      if (posted === 'full')
        throw new AppError(
          'unavailable',
          'too many messages of this sender wait; please send it again later',
          {
            retryAfterMs: floodRetryMs,
          },
        )
      trace('accepted', key)
      return 'accepted'
    },
  }
}

export type Inbound = ReturnType<typeof createInbound>
