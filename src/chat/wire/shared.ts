import type { Redis } from 'ioredis'
import type { Seal } from '../../seal.ts'
import { type AccessTokens, createAccessTokens } from './access-tokens.ts'
import { createPassiveReplies, type PassiveReplies } from './passive-replies.ts'

/** What the processes of a platform share. */
export type Shared = {
  tokens: AccessTokens
  passive: PassiveReplies
  /** True for whoever asks first for this key, for `seconds`: an address that may be used once. */
  once: (key: string, seconds: number) => Promise<boolean>
  /** The value that was given first for this key, for `seconds`: this one when there was none. */
  first: (key: string, value: string, seconds: number) => Promise<string>
}

/** Shared by way of Redis; everything in it is sealed or of no use to a stranger, and may be lost. */
export function createShared(options: {
  redis: Redis
  prefix: string
  seal: Seal
  now: () => number
}): Shared {
  const { redis, prefix } = options
  return {
    tokens: createAccessTokens(options),
    passive: createPassiveReplies(options),
    once: async (key, seconds) =>
      (await redis.set(`{${prefix}}:once:${key}`, '1', 'EX', seconds, 'NX')) === 'OK',
    async first(key, value, seconds) {
      const at = `{${prefix}}:first:${key}`
      const set = await redis.set(at, value, 'EX', seconds, 'NX')
      return set === 'OK' ? value : ((await redis.get(at)) ?? value)
    },
  }
}
