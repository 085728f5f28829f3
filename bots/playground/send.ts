import type { LiveMessage } from '../../src/chat/live-event.ts'
import type { OutboundMessage, PlatformDeps } from '../../src/chat/platform.ts'
import { AppError } from '../../src/errors.ts'
import { people, rooms } from './people.ts'

/** The channel that every process with a page listening is subscribed to. */
export const channel = 'playground'

/**
 * Shows a message on the page. Nothing is kept: a page that is not open never sees it, as with a note read out
 * in an empty room. Throws AppError `refused` when nobody of that id is in the cast.
 */
export async function send(
  message: OutboundMessage,
  deps: Pick<PlatformDeps, 'now' | 'publish'>,
): Promise<{ platformId: string }> {
  const known: readonly { id: string }[] = message.to.kind === 'room' ? rooms : people
  if (!known.some((one) => one.id === message.to.id))
    throw new AppError('refused', `the playground has no ${message.to.kind} ${message.to.id}`)
  const { id, to, inReplyTo, text, quickReplies, mentions, files } = message
  const event: LiveMessage = {
    type: 'message',
    id,
    to,
    inReplyTo,
    text,
    quickReplies,
    mentions,
    files,
    at: deps.now(),
  }
  await deps.publish(channel, event)
  return { platformId: id }
}
