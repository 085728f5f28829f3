import { createHash } from 'node:crypto'
import type { RawRequest } from '../../src/chat/platform.ts'
import { sameSignature } from '../../src/chat/wire/wx-envelope.ts'
import { AppError } from '../../src/errors.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Checks the secret that comes with every request. Throws AppError `unsigned`. Hashed, so that no length is told. */
export function verify(secret: string, { headers }: Pick<RawRequest, 'headers'>): void {
  const given = headers['x-telegram-bot-api-secret-token']
  if (typeof given !== 'string' || !sameSignature(hash(given), hash(secret)))
    throw new AppError('unsigned', 'x-telegram-bot-api-secret-token does not fit')
}
