import { createHmac, timingSafeEqual } from 'node:crypto'
import { AppError } from '../../src/errors.ts'

/** How far a timestamp may be from now, in milliseconds (Standard Webhooks specification: 5 minutes). */
const windowMs = 5 * 60_000

/** Keys of `whsec_…` secrets separated by spaces. Throws AppError `config` for one that is not of that form. */
export function readSecrets(setting: string): Buffer[] {
  return setting
    .trim()
    .split(/\s+/)
    .map((secret) => {
      const key = /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret)
        ? Buffer.from(secret.slice('whsec_'.length), 'base64')
        : Buffer.alloc(0)
      if (key.length < 24 || key.length > 64)
        throw new AppError('config', 'STANDARD_WEBHOOK_SECRET: use whsec_ and base64 of 24 to 64 bytes')
      return key
    })
}

/** What a message is signed with: `v1,` and HMAC-SHA256 over `id.timestamp.body` in base64. `timestamp` is in seconds. */
export function sign(key: Buffer, message: { id: string; timestamp: string; body: Buffer | string }): string {
  const mac = createHmac('sha256', key).update(`${message.id}.${message.timestamp}.`).update(message.body)
  return `v1,${mac.digest('base64')}`
}

type SignedHeaders = Record<string, string | string[] | undefined>

/**
 * Checks a signed request over its raw bytes. Any of the keys may have made any of the signatures (rotation), and
 * every comparison takes the same time. Throws AppError `unsigned`; a missing header is a refusal like a wrong one.
 */
export function verify(
  keys: readonly Buffer[],
  request: { headers: SignedHeaders; body: Buffer; now: number },
): void {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': given } = request.headers
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof given !== 'string' || id === '')
    throw new AppError('unsigned', 'webhook-id, webhook-timestamp and webhook-signature are needed')
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(request.now - Number(timestamp) * 1000) > windowMs)
    throw new AppError('unsigned', 'webhook-timestamp is more than 5 minutes from now')
  const right = keys.map((key) => Buffer.from(sign(key, { id, timestamp, body: request.body })))
  const candidates = given
    .split(' ')
    .slice(0, 10)
    .map((signature) => Buffer.from(signature))
  const found = candidates.flatMap((candidate) =>
    right.map((one) => one.length === candidate.length && timingSafeEqual(one, candidate)),
  )
  if (!found.includes(true)) throw new AppError('unsigned', 'the signature does not fit')
}
