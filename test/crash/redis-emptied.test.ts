import { Redis } from 'ioredis'
import { expect, inject, test } from 'vitest'
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
    const targets = Array.from({ length: people }, (_, n) => ({
      platform: 'standard',
      account: 'default',
      kind: 'person' as const,
      id: `u-${n}`,
    }))
    await world.store.broadcasts.add({
      _id: 'B1',
      kind: 'broadcast',
      audience: '全部',
      said: '全部',
      locale: 'zh-CN',
      scope: [{}],
      text: '周六活动改在南门集合',
      quickReplies: [],
      targets,
      rooms: 0,
      people,
      leftOut: [],
      cursor: 0,
      state: 'planning',
      by: 'V000001',
      at: new Date(),
      key: 'k1',
    })
    await world.receiver.waitFor(() => world.receiver.messages.length > 100)
    expect(await empty(redis, world.env.REDIS_PREFIX)).toBeGreaterThan(0)
    expect(world.receiver.messages.length).toBeLessThan(people)
    // People are answered meanwhile.
    const { id } = await world.client(service.url).send({ sender: { id: 'wang' }, text: '我' })
    await world.receiver.waitFor(({ data }) => data.in_reply_to === id)
    // Rows that were on their way are handed over again after a minute.
    const reached = () =>
      new Set(world.receiver.messages.map(({ data }) => data.id).filter((one) => one.startsWith('B1#')))
    await until(async () => reached().size === people, 'everybody to be reached', 100_000)
    const sent = async () =>
      (await world.store.outbox.tally('B1')).find(({ state }) => state === 'sent')?.count
    await until(async () => (await sent()) === people, 'every row to be settled')
    expect(world.receiver.messages).toHaveLength(people + 1)
  } finally {
    redis.disconnect()
    await world.end()
  }
}, 150_000)
