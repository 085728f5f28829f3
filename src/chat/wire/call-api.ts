import { AppError } from '../../errors.ts'
import type { PlatformDeps } from '../platform.ts'
import { parseLosslessJson } from './lossless-json.ts'
import { retryAfter } from './retry-after.ts'

export type ApiCall = {
  url: URL
  method?: 'GET' | 'POST' | 'PUT'
  headers?: Record<string, string>
  /** Sent as JSON. */
  json?: object
  /** How long an answer 429 asks to wait in its body, in milliseconds, where a platform says it there. */
  waitOf?: (body: Record<string, unknown>) => number | undefined
  signal?: AbortSignal
}

/** Largest answer that is read, in characters. */
const longestAnswer = 1024 * 1024

/**
 * Calls a platform's HTTP API and gives what it answered, 64-bit numbers as strings. Errors name the host and never the
 * rest of the address, which may hold a key. Throws AppError `unavailable` when there is no answer, or none in JSON,
 * and `slow_down` for 429 and for 503 with `Retry-After`. Whatever else the platform says is for its folder to read.
 */
export async function callApi(
  { url, method = 'POST', headers = {}, json, signal = AbortSignal.timeout(10_000), waitOf }: ApiCall,
  { fetch, now }: Pick<PlatformDeps, 'fetch' | 'now'>,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(url, {
    method,
    headers: { ...(json && { 'content-type': 'application/json; charset=utf-8' }), ...headers },
    ...(json && { body: JSON.stringify(json) }),
    redirect: 'manual',
    signal,
  }).catch((error: unknown) => {
    throw new AppError('unavailable', `${url.host} does not answer`, { cause: withoutAddress(error) })
  })
  const { status } = response
  const wait = retryAfter(response.headers.get('retry-after'), now())
  const text = await response.text().catch((error: unknown) => {
    throw new AppError('unavailable', `${url.host} broke off its answer`, { cause: withoutAddress(error) })
  })
  if (status === 429 || (status === 503 && wait !== undefined))
    throw new AppError('slow_down', `${url.host} asks to wait (${status})`, {
      retryAfterMs: wait ?? waitIn(text, waitOf) ?? waitUnsaidMs,
    })
  return { status, body: readBody(text, `${url.host} answered ${status}`) }
}

/** What fetch throws may name the whole address: of its causes only the code is kept, which tells whether we connected. */
function withoutAddress(error: unknown): Error {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause) return Object.assign(new Error('no answer'), { code: String(cause.code) })
  return new Error('no answer')
}

/** What we wait when a platform says "too fast" and not for how long, in milliseconds. */
const waitUnsaidMs = 5_000

function waitIn(text: string, waitOf: ApiCall['waitOf']): number | undefined {
  if (!waitOf) return undefined
  try {
    return waitOf(readBody(text, ''))
  } catch {
    return undefined
  }
}

function readBody(text: string, what: string): Record<string, unknown> {
  if (text.length > longestAnswer) throw new AppError('unavailable', `${what}, far too long`)
  if (text.trim() === '') return {}
  try {
    const body = parseLosslessJson(text)
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>
  } catch {
    // Told below, like every other answer that is no object.
  }
  // A proxy's error page, not the platform's word: whether it was taken before nobody says.
  throw new AppError('unavailable', `${what} without JSON`, { cause: new Error('no answer of the platform') })
}
