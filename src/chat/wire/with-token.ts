import type { AccessTokens, FreshToken } from './access-tokens.ts'

/**
 * Calls with the access token of this name. When the platform does not take it before its time (`stale`), it is called
 * once more with another one; what is answered then stands.
 */
export async function callWithToken<T>(options: {
  tokens: AccessTokens
  name: string
  fetchNew: () => Promise<FreshToken>
  call: (token: string) => Promise<T>
  stale: (answer: T) => boolean
}): Promise<T> {
  const { tokens, name, fetchNew, call, stale } = options
  const token = await tokens.get(name, fetchNew)
  const answer = await call(token)
  if (!stale(answer)) return answer
  await tokens.refused(name, token)
  return call(await tokens.get(name, fetchNew))
}
