import { createDecipheriv, createHash } from 'node:crypto'
import type { RawRequest } from '../../src/chat/platform.ts'
import { parseLosslessJson } from '../../src/chat/wire/lossless-json.ts'
import { sameSignature } from '../../src/chat/wire/wx-envelope.ts'
import { AppError } from '../../src/errors.ts'

/** How far a timestamp may be from now, in milliseconds: our choice, 飞书 names none. */
const windowMs = 5 * 60_000

/** What the 加密策略 of an app says, and whose messages these are. */
export type FeishuKeys = { appId: string; encryptKey: string; verificationToken: string }

type Plain = Record<string, unknown>

/** One reason for all that is not right: whoever does not have the key learns nothing by trying. */
const unsigned = (cause?: unknown) => new AppError('unsigned', 'this does not come from 飞书', { cause })

/** SHA-256 in hex over timestamp, nonce, Encrypt Key and the bytes of the body as they came. */
export const feishuSignature = (encryptKey: string, timestamp: string, nonce: string, body: Buffer): string =>
  createHash('sha256').update(`${timestamp}${nonce}${encryptKey}`).update(body).digest('hex')

/** Opens `encrypt`: AES-256-CBC, its key the SHA-256 of the Encrypt Key, the first 16 bytes its IV. */
export function decryptFeishu(encryptKey: string, encrypted: string): string {
  const bytes = Buffer.from(encrypted, 'base64')
  const key = createHash('sha256').update(encryptKey).digest()
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16))
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8')
}

/**
 * What an event says, once it is sure that 飞书 sent it to this app: signature over the raw bytes, time, decryption,
 * Verification Token and App ID. The check of the address is not signed and shows the token alone, so that it is the
 * only thing that comes in this way. Throws AppError `unsigned` for everything else.
 */
export function openEvent(keys: FeishuKeys, request: RawRequest): Plain {
  const isSigned = request.headers['x-lark-signature'] !== undefined
  if (isSigned) verifySignature(keys.encryptKey, request)
  const plain = decrypt(keys.encryptKey, request.body)
  const isAddressCheck = plain.type === 'url_verification'
  if (!isSigned && !isAddressCheck) throw unsigned()
  const header = (isAddressCheck ? { ...plain, app_id: keys.appId } : plain.header) as Plain | undefined
  const fits = sameText(header?.token, keys.verificationToken) && sameText(header?.app_id, keys.appId)
  if (!fits) throw unsigned()
  return plain
}

function verifySignature(encryptKey: string, { headers, body, now }: RawRequest): void {
  const [timestamp, nonce, given] = ['request-timestamp', 'request-nonce', 'signature'].map((name) =>
    String(headers[`x-lark-${name}`] ?? ''),
  ) as [string, string, string]
  const right = feishuSignature(encryptKey, timestamp, nonce, body)
  if (!sameSignature(given, right)) throw unsigned()
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp) * 1000) > windowMs) throw unsigned()
}

function decrypt(encryptKey: string, body: Buffer): Plain {
  try {
    const { encrypt } = JSON.parse(body.toString('utf8')) as { encrypt: string }
    return parseLosslessJson(decryptFeishu(encryptKey, encrypt)) as Plain
  } catch (cause) {
    throw unsigned(cause)
  }
}

/** Hashed first, so that not even the length is told by the time. */
const sameText = (given: unknown, right: string): boolean => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  return typeof given === 'string' && sameSignature(hash(given), hash(right))
}
