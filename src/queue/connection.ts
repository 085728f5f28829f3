import { Redis } from 'ioredis'
import { AppError } from '../errors.ts'
import type { Log } from '../log.ts'

/** Longest wait for one Redis command on the way in, in milliseconds: an outage must be told to the platform, not sat out. */
const commandTimeoutMs = 500

/** A connection that fails fast: for accepting messages and adding jobs. Never buffers while Redis is away. */
export function connectProducer(url: string): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: commandTimeoutMs,
    connectTimeout: 1_000,
    retryStrategy: (times) => Math.min(50 * times, 1_000),
  })
  redis.on('error', () => undefined)
  return redis
}

/** A connection that waits for Redis to come back: BullMQ workers and subscribers need one. */
export function connectWaiting(url: string): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(50 * times, 1_000),
  })
  redis.on('error', () => undefined)
  return redis
}

/**
 * Looks at the server before anything is promised. Throws AppError `config` when Redis may evict keys (then
 * accepted messages could vanish); warns when nothing is written to disk or clocks differ by 2 s.
 */
export async function checkRedis(redis: Redis, log: Log): Promise<void> {
  const setting = async (name: string) => (await redis.config('GET', name))[1]
  const policy = await setting('maxmemory-policy').catch(() => undefined)
  if (policy !== undefined && policy !== 'noeviction')
    throw new AppError(
      'config',
      `Redis has maxmemory-policy ${policy}: set it to noeviction, or accepted messages can vanish`,
    )
  if ((await setting('appendonly').catch(() => undefined)) === 'no')
    log.warn('Redis runs without appendonly: accepted messages do not survive its restart')
  const [seconds = 0, micros = 0] = (await redis.time()).map(Number)
  const apart = Math.abs(Date.now() - (seconds * 1000 + micros / 1000))
  if (apart > 2_000) log.warn({ apart: Math.round(apart) }, 'the clocks of this machine and of Redis differ')
}
