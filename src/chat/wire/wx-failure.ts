import { AppError, type ErrorCode } from '../../errors.ts'

/** What an `errcode` means for a message, and in words what to do. */
export type Meaning = { means: ErrorCode; says: string; retryAfterMs?: number }
export type Meanings = Readonly<Record<number, Meaning>>

/** An address of ours that the platform does not know, as it writes it (`from ip: 1.2.3.4`, `invalid ip 1.2.3.4`). */
const ownAddress = /\bip:?\s*(\d{1,3}(?:\.\d{1,3}){3})/i

/**
 * What went wrong with a call of the API of 公众号 or 企业微信, which answer 200 and an `errcode`; nothing when it is
 * 0 or not there. A code without a meaning gives the message up: tried again, it would only stand before all others.
 * The platform's own words stay out, since they may repeat what was sent; its code and our address do not.
 */
export function wxFailure(
  { status, body }: { status: number; body: Record<string, unknown> },
  meanings: Meanings,
): AppError | undefined {
  if (status !== 200) return new AppError('unavailable', `the platform answered with the status ${status}`)
  const code = Number(body.errcode ?? 0)
  if (code === 0) return undefined
  const { means, says, retryAfterMs } = meanings[code] ?? { means: 'refused', says: 'not taken' }
  const [, address] = ownAddress.exec(String(body.errmsg)) ?? []
  const seen = address ? `; we come from ${address}` : ''
  return new AppError(means, `${says} (errcode ${code})${seen}`, {
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  })
}
