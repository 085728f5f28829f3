import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { AppError } from '../../errors.ts'
import type { Seal } from '../../seal.ts'

/** A platform's access token and how long it is good for, in seconds. */
export type FreshToken = { token: string; seconds: number }

/** Access tokens, fetched once for all processes and kept until shortly before their end. */
export type AccessTokens = {
  /** The token of this name. `fetchNew` asks the platform for one; it is called by one process at a time. */
  get: (name: string, fetchNew: () => Promise<FreshToken>) => Promise<string>
  /** The platform did not take this token any more, before its time: the next `get` brings another one. */
  refused: (name: string, token: string) => Promise<void>
}

type Kept = { token: string; until: number }

/** A token is not used in its last minutes, in milliseconds: a message under way still needs it. */
const marginMs = 5 * 60_000
const lock = { ms: 10_000, lookAgainMs: 100 }

/** Drops a token unless another one has taken its place. */
const dropIfSame = `if redis.call('HGET', KEYS[1], 'hash') == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`

/**
 * Access tokens in Redis, sealed. Whoever finds none takes a lock and fetches one, all others wait for that; a process
 * that dies meanwhile loses the lock after 10 s. Throws AppError `unavailable` when none came in that time.
 */
export function createAccessTokens(options: {
  redis: Redis
  prefix: string
  seal: Seal
  now: () => number
}): AccessTokens {
  const { redis, prefix, seal, now } = options
  const here = new Map<string, Kept>()
  const underWay = new Map<string, Promise<string>>()
  const keyOf = (name: string) => `{${prefix}}:token:${name}`
  const good = (kept: Kept | undefined): kept is Kept => kept !== undefined && kept.until > now()

  async function read(name: string): Promise<Kept | undefined> {
    const sealed = await redis.hget(keyOf(name), 'sealed')
    const kept = sealed ? (JSON.parse(seal.open(sealed)) as Kept) : undefined
    if (!good(kept)) return undefined
    here.set(name, kept)
    return kept
  }

  async function fetchAndKeep(name: string, fetchNew: () => Promise<FreshToken>): Promise<string> {
    const { token, seconds } = await fetchNew()
    const usableMs = Math.max(seconds * 1000 - Math.min(marginMs, seconds * 100), 1_000)
    const kept = { token, until: now() + usableMs }
    here.set(name, kept)
    await redis
      .multi()
      .hset(keyOf(name), { hash: hashOf(token), sealed: seal.seal(JSON.stringify(kept)) })
      .pexpire(keyOf(name), Math.ceil(usableMs))
      .exec()
    return token
  }

  async function find(name: string, fetchNew: () => Promise<FreshToken>): Promise<string> {
    const locked = `${keyOf(name)}:lock`
    const giveUpAt = performance.now() + lock.ms
    while (performance.now() < giveUpAt) {
      const kept = await read(name)
      if (kept) return kept.token
      if (await redis.set(locked, '1', 'PX', lock.ms, 'NX'))
        try {
          return (await read(name))?.token ?? (await fetchAndKeep(name, fetchNew))
        } finally {
          await redis.del(locked)
        }
      await wait(lock.lookAgainMs)
    }
    throw new AppError('unavailable', `no access token of ${name} came in time`)
  }

  return {
    async get(name, fetchNew) {
      const kept = here.get(name)
      if (good(kept)) return kept.token
      const asked = underWay.get(name) ?? find(name, fetchNew).finally(() => underWay.delete(name))
      underWay.set(name, asked)
      return asked
    },
    async refused(name, token) {
      if (here.get(name)?.token === token) here.delete(name)
      await redis.eval(dropIfSame, 1, keyOf(name), hashOf(token))
    },
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
