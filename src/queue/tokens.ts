import type { Redis } from 'ioredis'
import { restKey } from './rest.ts'
import { takeTokensScript } from './take-tokens.ts'

/**
 * How much is allowed: never more than `points` in any `seconds`, however the other side counts them, of which `burst`
 * may go at once (a quarter where it is not said); or `perDay`, anew at every midnight.
 */
export type Rate = { points: number; seconds: number; burst?: number } | { perDay: number }

/** The tokens of one thing under one rate. */
export type Bucket = {
  key: string
  rate: Rate
  /** Whether all of an account share it: then some of it stays for those in a hurry. */
  shared: boolean
}

/** How long to wait in milliseconds, 0 when the tokens were taken; and for which bucket, or for the account's rest. */
export type Taken = { wait: number; rests: boolean; scarce?: Bucket }

/** The part of a shared bucket that only those in a hurry may take. */
const kept = 1 / 5

/** How long others stand back once the wait of somebody in a hurry is over, in milliseconds. */
const graceMs = 250

type Scripted = Redis & {
  takeTokens: (keys: number, ...args: (string | number)[]) => Promise<[number, number]>
}

/** How many a bucket holds when it is full. */
function sizeOf(rate: Rate): number {
  if ('perDay' in rate) return rate.perDay
  return Math.min(Math.max(rate.burst ?? Math.floor(rate.points / 4), 1), rate.points)
}

/** Tokens a second in the long run. So slow that a full bucket and what comes after it stay within the rate. */
export function perSecond(rate: Rate): number {
  return 'perDay' in rate ? rate.perDay / (24 * 3600) : (rate.points - sizeOf(rate) + 1) / rate.seconds
}

/** The token buckets of one account, in Redis and shared by all processes. `now` and `endOfDay` are in milliseconds. */
export function createTokens(options: {
  redis: Redis
  /** What the keys of one account begin with; it holds the hash tag. */
  base: string
  now: () => number
  endOfDay: (now: number) => number
}) {
  const redis = options.redis as Scripted
  if (!redis.takeTokens) redis.defineCommand('takeTokens', { lua: takeTokensScript })

  return {
    /**
     * Takes a token of every bucket in one round trip, or of none; shared buckets come first. Gives how long to wait in
     * milliseconds, 0 when they were taken, and the bucket that asks for it. While somebody in a hurry waits for a
     * shared bucket, nobody else gets a token; while the account rests, nobody does.
     */
    async take(buckets: readonly Bucket[], hurry: boolean): Promise<Taken> {
      const at = options.now()
      const args = buckets.flatMap(({ rate, shared }) => {
        const size = sizeOf(rate)
        const ends = 'perDay' in rate ? options.endOfDay(at) : 0
        return [size, perSecond(rate) / 1000, shared ? Math.floor(size * kept) : 0, ends]
      })
      const keys = [
        `${options.base}:first`,
        restKey(options.base),
        ...buckets.map(({ key }) => `${options.base}:${key}`),
      ]
      const shared = buckets.filter((bucket) => bucket.shared).length
      const all = [...keys, at, hurry ? 1 : 0, shared, graceMs, ...args]
      const [wait, scarce] = await redis.takeTokens(keys.length, ...all)
      const bucket = buckets[scarce - 1]
      return { wait, rests: scarce === -1, ...(wait > 0 && bucket && { scarce: bucket }) }
    },
  }
}

export type Tokens = ReturnType<typeof createTokens>
