import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { inject } from 'vitest'
import { connectProducer, connectWaiting } from '../../src/queue/connection.ts'
import { createRunner } from '../../src/queue/runner.ts'

/** A corner of Redis of its own, with as many runners as a test wants, each like a process. */
export async function queueDesk() {
  const url = inject('redisUrl')
  const prefix = `queue-${randomBytes(6).toString('hex')}`
  const redis = connectProducer(url)
  await redis.connect()
  const log = pino({ level: 'silent' })
  const runners: ReturnType<typeof createRunner>[] = []
  return {
    redis,
    prefix,
    runner() {
      const runner = createRunner({ producer: redis, waiting: () => connectWaiting(url), prefix, log })
      runners.push(runner)
      return runner
    },
    async end() {
      await Promise.all(runners.map((runner) => runner.stop()))
      await Promise.all(runners.map((runner) => runner.close()))
      const keys = await redis.keys(`{${prefix}}*`)
      if (keys.length > 0) await redis.del(...keys)
      redis.disconnect()
    },
  }
}
