import type { Redis } from 'ioredis'
import type { Context, Middleware } from 'koa'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { type Locale, textsFor } from '../../locale/index.ts'
import { askedLocale, escapeHtml, showPage } from '../page.ts'

/**
 * What one client may ask of the public pages: 300 points in ten minutes, a page is one and an address at which there
 * is nothing ten. That is 300 papers checked at a counter, and 30 numbers or links tried by somebody who guesses.
 */
export const pageLimit = { points: 300, seconds: 600, miss: 10 }

export type PageLimitOptions = {
  redis: Redis
  prefix: string
  /** Gives a name for an address that does not give the address back. */
  index: (address: string) => string
  /** The organisation's language. */
  locale: Locale
}

/**
 * Answers whoever asks too much with a page and 429. While Redis is away everybody passes: numbers and links cannot be
 * guessed anyway, and somebody at a counter with a paper in their hand should not wait for us.
 */
export function limitPages({ redis, prefix, index, locale: own }: PageLimitOptions): Middleware {
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `{${prefix}}:rate:pages`,
    points: pageLimit.points,
    duration: pageLimit.seconds,
  })
  return async (context, next) => {
    const client = index(clientOf(context.ip))
    const full = await limiter.consume(client).then(() => undefined, fullFor)
    if (full) return sayFull(context, full, own)
    await next()
    if (context.status === 404) await limiter.penalty(client, pageLimit.miss - 1).catch(() => undefined)
  }
}

/** Who is limited together: an address of IPv4, the network of one household (/64) of IPv6. */
export function clientOf(address: string): string {
  const v4 = /\d+(?:\.\d+){3}$/.exec(address)?.[0]
  if (v4) return v4
  const [head = ''] = address.split('::')
  return [...head.split(':').filter(Boolean), '0', '0', '0', '0'].slice(0, 4).join(':')
}

/** Seconds until there are points again; undefined when it is not the limit that refused. */
const fullFor = (refused: unknown): number | undefined =>
  refused instanceof RateLimiterRes ? Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) : undefined

function sayFull(context: Context, seconds: number, own: Locale): void {
  const locale = askedLocale(context, own)
  const { tooMany } = textsFor(locale).pages
  context.set('Retry-After', String(seconds))
  const body = `<p>${escapeHtml(tooMany.wait({ minutes: Math.ceil(seconds / 60) }))}</p>`
  showPage(context, { status: 429, locale, title: tooMany.title, body })
}
