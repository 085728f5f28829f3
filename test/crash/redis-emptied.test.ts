import { Redis } from 'ioredis'
import { expect, inject, test } from 'vitest'
import { addBroadcast, crowdTargets, reachedBy, rowStates } from '../support/crash-broadcast.ts'
import { crashWorld } from '../support/crash-world.ts'
import { until } from '../support/until.ts'

const people = 700

/** Forgets all that a service keeps in Redis, as a server that lost its disk does. */
async function empty(redis: Redis, prefix: string): Promise<number> {
  let gone = 0
  for await (const keys of redis.scanStream({ match: `*${prefix}*`, count: 1_000 }))
    if ((keys as string[]).length > 0) gone += await redis.del(...(keys as string[]))
  return gone
}

test('Redis emptied in the middle of a broadcast: every row goes out, each once', async () => {
  const redis = new Redis(inject('redisUrl'))
  const world = await crashWorld()
  try {
    const service = await world.service()
    await addBroadcast(world, { state: 'planning', targets: crowdTargets(people), people })
    await world.receiver.waitFor(() => world.receiver.messages.length > 100)
    expect(await empty(redis, world.env.REDIS_PREFIX)).toBeGreaterThan(0)
    expect(world.receiver.messages.length).toBeLessThan(people)
    // People are answered meanwhile.
    const { id } = await world.client(service.url).send({ sender: { id: 'wang' }, text: '我' })
    await world.receiver.waitFor(({ data }) => data.in_reply_to === id)
    // Rows that were on their way are handed over again after a minute: as if it had passed.
    await world.store.outbox.model.updateMany({}, { $min: { fedAt: new Date(Date.now() - 61_000) } })
    const sent = async () => (await rowStates(world)).sent
    await until(async () => (await sent()) === people, 'every row to be settled', 60_000)
    expect(new Set(reachedBy(world)).size).toBe(people)
    expect(world.receiver.messages).toHaveLength(people + 1)
  } finally {
    redis.disconnect()
    await world.end()
  }
}, 90_000)
