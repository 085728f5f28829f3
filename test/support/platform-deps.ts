import { randomBytes, randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { inject } from 'vitest'
import type { PlatformDeps } from '../../src/chat/platform.ts'
import { createShared } from '../../src/chat/wire/shared.ts'
import { createSeal } from '../../src/seal.ts'

let redis: Redis | undefined

/** What a platform is given by the service, with time and network from the test, and Redis under a name of its own. */
export function platformDeps(given: Partial<PlatformDeps> = {}): PlatformDeps {
  const now = given.now ?? Date.now
  redis ??= new Redis(inject('redisUrl'), { lazyConnect: true })
  return {
    fetch: () => Promise.reject(new Error('nobody asked for this')),
    now,
    publish: async () => undefined,
    shared: createShared({ redis, prefix: `test-${randomUUID()}`, seal: createSeal(randomBytes(32)), now }),
    ...given,
  }
}
