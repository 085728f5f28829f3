import type { OutboundMessage, PlatformDeps } from '../../src/chat/platform.ts'
import { retryAfter } from '../../src/chat/wire/retry-after.ts'
import { AppError } from '../../src/errors.ts'
import { sign } from './signature.ts'

/**
 * Posts one message to the gateway, signed like what it sends us. `webhook-id` is the outbox row's id and stays the
 * same over retries, so that the gateway can drop what it has seen.
 */
export async function send(
  target: { url: string; key: Buffer },
  message: OutboundMessage,
  deps: Pick<PlatformDeps, 'fetch' | 'now'> & { signal: AbortSignal },
): Promise<{ platformId?: string }> {
  const at = deps.now()
  const id = headerId(message.id)
  const timestamp = String(Math.floor(at / 1000))
  const body = JSON.stringify({
    type: 'message.send',
    timestamp: new Date(at).toISOString(),
    data: {
      id: message.id,
      to: message.to,
      ...(message.inReplyTo && { in_reply_to: message.inReplyTo }),
      text: message.text,
      mentions: message.mentions,
      files: message.files,
      ...(message.quickReplies.length > 0 && { quick_replies: message.quickReplies }),
    },
  })
  const response = await deps
    .fetch(target.url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': sign(target.key, { id, timestamp, body }),
      },
      redirect: 'manual',
      signal: deps.signal,
    })
    .catch((cause: unknown) => {
      throw new AppError('unavailable', 'the gateway does not answer', { cause })
    })
  await response.body?.cancel().catch(() => undefined)
  if (response.ok) return {}
  throw refusal(response, at)
}

/** A header takes visible ASCII only; the rest of an id (a chat system may number its messages in Chinese) is escaped. */
const headerId = (id: string): string =>
  id.replaceAll(/[^\x21-\x7e]+/g, (part) => encodeURIComponent(Buffer.from(part).toString()))

/** What the gateway's answer means for the row and the account. */
function refusal(response: Response, now: number): AppError {
  const { status } = response
  if (status === 410) return new AppError('account_paused', 'the gateway is gone (410)')
  const wait = retryAfter(response.headers.get('retry-after'), now)
  if ((status === 429 || status === 503) && wait !== undefined)
    return new AppError('slow_down', `the gateway asks to wait (${status})`, {
      retryAfterMs: wait,
      // 503 says that the gateway is not there for anybody; 429 may mean one chat only, unless it says more.
      slows: status === 503 || response.headers.get('retry-scope') === 'account' ? 'account' : 'conversation',
    })
  return new AppError('unavailable', `the gateway answered ${status}`)
}
