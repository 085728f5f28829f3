import { setTimeout as wait } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import type { Seal } from '../../seal.ts'

/**
 * Answers that go back in the response of a webhook which is still open, perhaps in another process. Of the two sides
 * exactly one prevails: an answer that was taken is not sent any other way, and one that was withdrawn is not taken.
 */
export type PassiveReplies = {
  /** Waits until somebody takes the text for `key`, at most until `deadline` (milliseconds). False: nobody will. */
  offer: (key: string, text: string, deadline: number) => Promise<boolean>
  /** Waits for a text for `key`, at most until `deadline`. The same text again for a repeated webhook. */
  take: (key: string, deadline: number) => Promise<string | undefined>
}

const lookAgainMs = 30
/** Longer than a platform repeats a webhook that was not answered. */
const keptMs = 30_000

const scripts = {
  offer: `if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'state', 'offered', 'text', ARGV[1])
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`,
  take: `local state = redis.call('HGET', KEYS[1], 'state')
if state ~= 'offered' and state ~= 'taken' then return false end
redis.call('HSET', KEYS[1], 'state', 'taken')
return redis.call('HGET', KEYS[1], 'text')`,
  withdraw: `if redis.call('HGET', KEYS[1], 'state') == 'taken' then return 1 end
redis.call('HSET', KEYS[1], 'state', 'withdrawn')
redis.call('HDEL', KEYS[1], 'text')
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 0`,
}

/** Passive replies by way of Redis, sealed; each is decided by one script, so that no two processes disagree. */
export function createPassiveReplies(options: {
  redis: Redis
  prefix: string
  seal: Seal
  now: () => number
}): PassiveReplies {
  const { redis, prefix, seal, now } = options
  const keyOf = (key: string) => `{${prefix}}:passive:${key}`
  return {
    async offer(key, text, deadline) {
      const at = keyOf(key)
      if (now() >= deadline) return false
      if ((await redis.eval(scripts.offer, 1, at, seal.seal(text), keptMs)) !== 1) return false
      while (now() < deadline) {
        if ((await redis.hget(at, 'state')) === 'taken') return true
        await wait(lookAgainMs)
      }
      return (await redis.eval(scripts.withdraw, 1, at, keptMs)) === 1
    },
    async take(key, deadline) {
      for (;;) {
        const sealed = await redis.eval(scripts.take, 1, keyOf(key))
        if (typeof sealed === 'string') return seal.open(sealed)
        if (now() >= deadline) return undefined
        await wait(lookAgainMs)
      }
    },
  }
}
