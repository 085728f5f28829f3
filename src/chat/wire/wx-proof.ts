import { AppError } from '../../errors.ts'
import type { WxProof } from './wx-envelope.ts'

/** How far a request's timestamp may be from now, in milliseconds: the platforms name no limit, and repeat within 20 s. */
const windowMs = 10 * 60_000

/**
 * What proves where a request of 公众号 or 企业微信 is from, out of its query. Throws AppError `unsigned` for a part that
 * is missing or there twice, and for a request of another time.
 */
export function readWxProof(
  query: URLSearchParams,
  { signature, now }: { signature: 'signature' | 'msg_signature'; now: number },
): WxProof {
  const proof = {
    signature: readOnce(query, signature),
    timestamp: readOnce(query, 'timestamp'),
    nonce: readOnce(query, 'nonce'),
  }
  if (!/^\d{1,12}$/.test(proof.timestamp) || Math.abs(now - Number(proof.timestamp) * 1000) > windowMs)
    throw new AppError('unsigned', 'timestamp is more than 10 minutes from now')
  return proof
}

/** The text to be given back when an address is set in the console; a proxy may have made its `+` into spaces. */
export const readEchostr = (query: URLSearchParams): string => readOnce(query, 'echostr').replaceAll(' ', '+')

function readOnce(query: URLSearchParams, name: string): string {
  const [value, second] = query.getAll(name)
  if (value && second === undefined) return value
  throw new AppError('unsigned', `${name} is needed, once`)
}
