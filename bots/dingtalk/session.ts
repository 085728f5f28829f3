import { AppError } from '../../src/errors.ts'

/** Where 钉钉 takes answers to a message: an address that comes with it, for some 90 minutes. */
export type Session = { url: string; until: number }

const sessionHost = 'https://oapi.dingtalk.com'

/**
 * The address for the answer, if it is one of 钉钉 (or of the relay before it). The message that names it is not signed:
 * any other host is a forgery. Throws AppError `unsigned`.
 */
export function sessionUrl(address: string, apiUrl: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isTheirs = url && [sessionHost, new URL(apiUrl).origin].includes(url.origin) && url.username === ''
  if (!isTheirs || url.pathname !== '/robot/sendBySession')
    throw new AppError('unsigned', 'sessionWebhook is not an address of 钉钉')
  return url
}

/** The session a message brought along, as long as it is good. `now` in milliseconds. */
export function readSession(handle: Record<string, unknown> | undefined, now: number): Session | undefined {
  const { url, until } = handle ?? {}
  if (typeof url !== 'string' || typeof until !== 'number') return undefined
  return until > now ? { url, until } : undefined
}
