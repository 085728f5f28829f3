import { asAppError, AppError } from '../../errors.ts'
import type { AccessTokens, FreshToken } from './access-tokens.ts'

/**
 * Calls with the access token of this name. When the platform does not take it before its time (`stale`), it is called
 * once more with another one; what is answered then stands. Without a token nothing was said: an error of fetching one
 * has no cause, so that nobody takes the message for one that may have arrived.
 */
export async function callWithToken<T>(options: {
  tokens: AccessTokens
  name: string
  fetchNew: () => Promise<FreshToken>
  call: (token: string) => Promise<T>
  stale: (answer: T) => boolean
}): Promise<T> {
  const { tokens, name, fetchNew, call, stale } = options
  const get = () => tokens.get(name, fetchNew).catch((thrown: unknown) => Promise.reject(unsaid(thrown)))
  const token = await get()
  const answer = await call(token)
  if (!stale(answer)) return answer
  await tokens.refused(name, token)
  return call(await get())
}

function unsaid(thrown: unknown): AppError {
  const { code, message, retryAfterMs, slows } = asAppError(thrown)
  return new AppError(code, message, { slows, ...(retryAfterMs !== undefined && { retryAfterMs }) })
}
