import { createHash, createHmac } from 'node:crypto'
import type { RawRequest } from '../../src/chat/platform.ts'
import type { Shared } from '../../src/chat/wire/shared.ts'
import { sameSignature } from '../../src/chat/wire/wx-envelope.ts'
import { AppError } from '../../src/errors.ts'

/** How far a timestamp may be from now, in milliseconds (open.dingtalk.com, 接收消息: one hour). */
const windowMs = 3600_000

/** Two people may speak in the same millisecond: this long another body under the same timestamp is theirs. */
const togetherMs = 5_000

/** HMAC-SHA256 of the time and the Client Secret, by the Client Secret, in base64. It says nothing about the body. */
export const dingtalkSignature = (secret: string, timestamp: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')

/**
 * Checks the headers. Since they would fit any body for an hour, what was used is remembered: the same headers with
 * another body are refused. Throws AppError `unsigned`, and `unavailable` when nothing could be looked up.
 */
export async function verify(
  keys: { appKey: string; secret: string },
  { headers, body, now }: RawRequest,
  shared: Shared,
): Promise<void> {
  const { timestamp, sign } = headers
  if (typeof timestamp !== 'string' || typeof sign !== 'string')
    throw new AppError('unsigned', 'timestamp and sign are needed')
  if (!sameSignature(sign, dingtalkSignature(keys.secret, timestamp)))
    throw new AppError('unsigned', 'the signature does not fit')
  const age = Math.abs(now - Number(timestamp))
  if (!/^\d{13}$/.test(timestamp) || age > windowMs)
    throw new AppError('unsigned', 'timestamp is more than an hour from now')
  const hash = createHash('sha256').update(body).digest('base64url')
  const first = await shared
    .first(`dingtalk:${keys.appKey}:${timestamp}`, hash, (2 * windowMs) / 1000)
    .catch((cause: unknown) => {
      throw new AppError('unavailable', 'the message could not be checked; please send it again', { cause })
    })
  if (first !== hash && age > togetherMs)
    throw new AppError('unsigned', 'these headers came with another body before')
}
