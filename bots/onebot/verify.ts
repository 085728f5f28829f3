import { createHmac } from 'node:crypto'
import type { RawRequest } from '../../src/chat/platform.ts'
import { sameSignature } from '../../src/chat/wire/wx-envelope.ts'
import { AppError } from '../../src/errors.ts'

/** `sha1=` and HMAC-SHA1 over the bytes of the body, in hex (onebot-11, communication/http-post.md). */
export const onebotSignature = (secret: string, body: Buffer): string =>
  `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`

/**
 * Checks the signature over the raw bytes. It holds no time of its own; an old request is known again by its message's
 * id for four days, and is too old after that. Throws AppError `unsigned`.
 */
export function verify(secret: string, { headers, body }: Pick<RawRequest, 'headers' | 'body'>): void {
  const given = headers['x-signature']
  if (typeof given !== 'string' || !sameSignature(given, onebotSignature(secret, body)))
    throw new AppError('unsigned', 'x-signature does not fit')
}
