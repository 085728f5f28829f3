import type { Redis } from 'ioredis'

/**
 * An account that is left alone for a while is a hash in Redis, seen by all processes: until when it asked for that
 * itself (`asked`), until when it is left alone because it wanted no more (`refused`), when that was told (`told`).
 */
const restScript = `
local now, field, till = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
local long, quiet = ARGV[4] == '1', tonumber(ARGV[5])
local before = tonumber(redis.call('HGET', KEYS[1], field) or '0')
redis.call('HSET', KEYS[1], field, math.max(before, till))
local told = tonumber(redis.call('HGET', KEYS[1], 'told') or '0')
local first = long and told <= now - quiet
if first then redis.call('HSET', KEYS[1], 'told', now) end
redis.call('PEXPIRE', KEYS[1], math.max(redis.call('PTTL', KEYS[1]), till - now + quiet))
return first and 1 or 0`

type Scripted = Redis & { restAccount: (keys: number, ...args: (string | number)[]) => Promise<number> }

/** What goes on for longer than this is told to somebody, in milliseconds. */
const longMs = 5 * 60_000

/** And then not again for so long, in milliseconds. */
const quietMs = 3600_000

/** The key of an account's rest; `base` is what the account's keys begin with. */
export const restKey = (base: string): string => `${base}:rest`

/** Leaves an account alone for a while, in all processes. `now` is in milliseconds. */
export function createRest(options: { redis: Redis; base: string; now: () => number }) {
  const redis = options.redis as Scripted
  if (!redis.restAccount) redis.defineCommand('restAccount', { lua: restScript })
  const key = restKey(options.base)

  return {
    /** From now on for so long. Gives true to the one who is to tell somebody: it is long, and nobody did in the last hour. */
    async begin(why: 'asked' | 'refused', ms: number): Promise<boolean> {
      const at = options.now()
      const till = Math.ceil(at + ms)
      return (await redis.restAccount(1, key, at, why, till, ms >= longMs ? 1 : 0, quietMs)) === 1
    },
    /** How much longer it is left alone, in milliseconds. */
    async left(): Promise<number> {
      const until = await redis.hmget(key, 'asked', 'refused')
      return Math.max(0, ...until.map((one) => Number(one ?? 0) - options.now()))
    },
    /** Ends a rest that the account did not ask for: it is tried again. */
    async end(): Promise<void> {
      await redis.hdel(key, 'refused', 'told')
    },
  }
}

export type Rest = ReturnType<typeof createRest>
