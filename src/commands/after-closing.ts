import { type InboundMessage, senderKey } from '../chat/message.ts'
import type { MessageContext } from '../store/context.ts'
import { type ClosingDeps, finishClosing } from './close-person.ts'

/**
 * What a message finds where an account was closed. Whoever has closed theirs is a stranger from then on, and what the
 * closing left undone is done first. The closing's own message, run again after a crash, still finds the person, and
 * where their chat account is gone already, the language it had; nothing of that is written down again.
 */
export async function afterClosing(
  found: MessageContext,
  message: InboundMessage,
  deps: ClosingDeps,
): Promise<MessageContext> {
  const { person, identity } = found
  if (person?.closed && person.closed.key !== message.key) {
    await finishClosing(person, deps)
    return { ...found, person: undefined, identity: identity?.blocked ? identity : undefined }
  }
  if (identity) return found
  const closed = await deps.store.people.closedBy(message.key)
  if (!closed?.closed) return found
  const { platform, account, sender } = message
  const { locale } = closed.closed
  return {
    ...found,
    person: closed,
    identity: {
      _id: senderKey(message),
      platform,
      account,
      user: sender.id,
      name: sender.name,
      locale,
      seenAt: deps.now,
    },
  }
}
