import type { Redis } from 'ioredis'
import { inLists } from './lines.ts'

/** A key as Redis itself writes it, without the prefix; `ttl` in milliseconds, 0 for none. */
type Kept = { key: string; ttl: number; value: string }

/** What is worth nothing later: locks, access tokens, answers on their way, buckets. */
const passing = /:(?:lock|stalled|token|tokens|passive|once|rate)(?::|$)/
const atOnce = 500

const allBelow = (prefix: string) => `{${prefix}}:*`

/** Every key of a service, with what is still waiting in it. */
export async function* redisLines(redis: Redis, prefix: string): AsyncGenerator<string> {
  const keys = redis.scanStream({ match: allBelow(prefix), count: atOnce }) as AsyncIterable<string[]>
  const seen = new Set<string>()
  for await (const found of keys)
    for (const key of found) {
      if (seen.has(key) || passing.test(key)) continue
      seen.add(key)
      const [value, ttl] = await Promise.all([redis.dumpBuffer(key), redis.pttl(key)])
      if (!value) continue
      const kept: Kept = {
        key: key.slice(prefix.length + 3),
        ttl: Math.max(ttl, 0),
        value: value.toString('base64'),
      }
      yield JSON.stringify(kept)
    }
}

/** Puts keys back under a prefix. Throws when one is there already. */
export async function restoreRedis(
  redis: Redis,
  prefix: string,
  lines: AsyncIterable<string>,
): Promise<void> {
  for await (const list of inLists(lines, atOnce))
    await Promise.all(
      list.map((line) => {
        const { key, ttl, value } = JSON.parse(line) as Kept
        return redis.restore(`{${prefix}}:${key}`, ttl, Buffer.from(value, 'base64'))
      }),
    )
}

/** Whether a service has anything in Redis. */
export async function isRedisEmpty(redis: Redis, prefix: string): Promise<boolean> {
  const keys = redis.scanStream({ match: allBelow(prefix), count: atOnce }) as AsyncIterable<string[]>
  for await (const found of keys) if (found.length > 0) return false
  return true
}
