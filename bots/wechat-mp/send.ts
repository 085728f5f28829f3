import type { OutboundMessage, PlatformDeps } from '../../src/chat/platform.ts'
import { plainText } from '../../src/chat/wire/plain-text.ts'
import { AppError } from '../../src/errors.ts'
import type { Api } from './api.ts'
import { passiveKey } from './receive.ts'

/**
 * Answers in the response that waits for it, where one does; costs nothing and needs no permission. All else goes as
 * 客服消息: five of them within 48 hours after the person last said something.
 */
export async function send(
  { api, appId }: { api: Api; appId: string },
  message: OutboundMessage,
  { shared, signal }: Pick<PlatformDeps, 'shared'> & { signal: AbortSignal },
): Promise<{ platformId?: string }> {
  const { to, inReplyTo, replyHandle } = message
  if (to.kind === 'room') throw new AppError('unreachable', 'a 公众号 speaks to followers, not in rooms')
  const text = plainText(message)
  const until = replyHandle?.until
  if (inReplyTo && typeof until === 'number')
    if (await shared.passive.offer(passiveKey(appId, inReplyTo), text, until)) return {}
  await api.customerMessage(to.id, text, signal)
  return {}
}
