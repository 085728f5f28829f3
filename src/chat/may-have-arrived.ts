import type { AppError } from '../errors.ts'

/** What a connection that never came about fails with: the other side has seen nothing. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * Whether a call that failed may have reached the platform all the same. An answer that refuses has no cause and says
 * that it was not taken; a connection that broke, or an answer that never came, says nothing.
 */
export function mayHaveArrived(error: AppError): boolean {
  let cause: unknown = error.cause
  if (cause === undefined) return false
  for (; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && neverConnected.has(String(cause.code))) return false
  return true
}
