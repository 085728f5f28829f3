import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from '../../errors.ts'

/** What comes with an encrypted text in the query: who made it proves it by the signature. */
export type WxProof = { signature: string; timestamp: string; nonce: string }

const randomBytesBefore = 16
const lengthBytes = 4
/** WeChat pads to 32 bytes where AES itself would take 16. */
const block = 32

/** SHA-1 in hex over the parts, sorted as text and joined: how 公众号 and 企业微信 sign. */
export const wxSignature = (...parts: string[]): string =>
  createHash('sha1').update(parts.toSorted().join('')).digest('hex')

/** Whether two signatures are the same, in a time that does not tell where they differ. */
export function sameSignature(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** 32 bytes of an `EncodingAESKey` (43 characters). Throws AppError `config` for any other text. */
export function readAesKey(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey) || key.length !== 32)
    throw new AppError('config', 'the AES key of the callback has 43 letters and digits')
  return key
}

/**
 * The envelope of 公众号 (safe mode), 企业微信 and its robots, `WXBizMsgCrypt`: a signed AES-256-CBC text that names
 * its receiver (app id, corp id, or nothing for robots). Everything that does not fit is AppError `unsigned`.
 */
export function createWxEnvelope(options: { token: string; aesKey: string; receiveId: string }) {
  const { token, receiveId } = options
  const key = readAesKey(options.aesKey)
  const iv = key.subarray(0, 16)
  return {
    /** The text inside, once the signature was found right. */
    open(encrypted: string, { signature, timestamp, nonce }: WxProof): string {
      if (!sameSignature(signature, wxSignature(token, timestamp, nonce, encrypted)))
        throw new AppError('unsigned', 'msg_signature does not fit')
      return readPlain(decrypt(encrypted, key, iv), receiveId)
    },
    /** An answer in the same envelope. `random` (16 bytes) is given by tests only. */
    seal(
      text: string,
      {
        timestamp,
        nonce,
        random = randomBytes(randomBytesBefore),
      }: { timestamp: string; nonce: string; random?: Buffer },
    ): { encrypt: string; signature: string } {
      const message = Buffer.from(text)
      const length = Buffer.alloc(lengthBytes)
      length.writeUInt32BE(message.length)
      const plain = pad(Buffer.concat([random, length, message, Buffer.from(receiveId)]))
      const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
      const encrypt = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
      return { encrypt, signature: wxSignature(token, timestamp, nonce, encrypt) }
    },
  }
}

export type WxEnvelope = ReturnType<typeof createWxEnvelope>

function decrypt(encrypted: string, key: Buffer, iv: Buffer): Buffer {
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length === 0 || bytes.length % 16 !== 0)
    throw new AppError('unsigned', 'the encrypted text is cut off')
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  return Buffer.concat([decipher.update(bytes), decipher.final()])
}

/** What stands between the random bytes and the receiver; padding, length and receiver must all be right. */
function readPlain(padded: Buffer, receiveId: string): string {
  const fill = padded.at(-1) ?? 0
  const padding = padded.subarray(padded.length - fill)
  if (fill < 1 || fill > block || padding.length !== fill || padding.some((byte) => byte !== fill))
    throw new AppError('unsigned', 'the padding is not right')
  const plain = padded.subarray(0, padded.length - fill)
  const begin = randomBytesBefore + lengthBytes
  if (plain.length < begin) throw new AppError('unsigned', 'the encrypted text is too short')
  const end = begin + plain.readUInt32BE(randomBytesBefore)
  if (end > plain.length) throw new AppError('unsigned', 'the encrypted text is shorter than it says')
  if (!plain.subarray(end).equals(Buffer.from(receiveId)))
    throw new AppError('unsigned', 'the message was meant for somebody else')
  return plain.subarray(begin, end).toString('utf8')
}

function pad(bytes: Buffer): Buffer {
  const fill = block - (bytes.length % block)
  return Buffer.concat([bytes, Buffer.alloc(fill, fill)])
}
