import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from './errors.ts'

/** Encrypts and decrypts texts that hold personal data or what people said. */
export type Seal = {
  /** First 8 hex digits of the key's hash: stored beside what was sealed, so that a wrong key is noticed. */
  keyId: string
  seal: (text: string) => string
  /** Throws AppError `config` when the text was sealed with another key, `internal` when it was changed. */
  open: (sealed: string) => string
  /** The same text always gives the same index, and the index does not give the text: for look-ups by phone. */
  blindIndex: (text: string) => string
  /** 32 bytes nobody can guess without the key, always the same for a text: secrets that a rerun must find again. */
  secret: (text: string) => Buffer
}

const ivBytes = 12
/** Random bytes are fetched for many seals at once: asking for twelve costs almost as much as for thousands. */
const poolBytes = ivBytes * 512

function createIvs(): () => Buffer {
  let pool = Buffer.alloc(0)
  return () => {
    if (pool.length === 0) pool = randomBytes(poolBytes)
    const iv = pool.subarray(0, ivBytes)
    pool = pool.subarray(ivBytes)
    return iv
  }
}

/** AES-256-GCM under keys derived from `DATA_KEY` (32 bytes). */
export function createSeal(dataKey: Buffer): Seal {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', dataKey, '', `liandong ${use}`, 32))
  const textKey = derive('text')
  const indexKey = derive('index')
  const secretKey = derive('secret')
  const keyId = createHash('sha256').update(textKey).digest('hex').slice(0, 8)
  const nextIv = createIvs()
  return {
    keyId,
    seal(text) {
      const iv = nextIv()
      const cipher = createCipheriv('aes-256-gcm', textKey, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${keyId}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')}`
    },
    open(sealed) {
      const [id, data = ''] = sealed.split('.', 2)
      if (id !== keyId)
        throw new AppError(
          'config',
          `sealed with key ${id}, but DATA_KEY is ${keyId}: set the key this data was made with`,
        )
      const bytes = Buffer.from(data, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', textKey, bytes.subarray(0, ivBytes))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    blindIndex: (text) => createHmac('sha256', indexKey).update(text).digest('base64url').slice(0, 22),
    secret: (text) => createHmac('sha256', secretKey).update(text).digest(),
  }
}
