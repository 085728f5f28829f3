import { Redis } from 'ioredis'
import { expect, inject, test } from 'vitest'
import { crashWorld } from '../support/crash-world.ts'

/** Settings under which Redis answers and refuses to write: memory full (OOM), and too few replicas (as MISCONF does). */
const refusals = [
  ['OOM', 'maxmemory', '1', '0'],
  ['NOREPLICAS', 'min-replicas-to-write', '1', '0'],
] as const

test.each(refusals)(
  'Redis refuses to write (%s): refused and not kept, accepted before is answered, the redelivery is answered once',
  async (_code, setting, full, usual) => {
    const redis = new Redis(inject('redisUrl'))
    const world = await crashWorld()
    try {
      const web = await world.service({ ROLES: 'web' })
      const client = world.client(web.url)
      const before = await client.send({ sender: { id: 'wang' }, text: '我', id: 'm-0' })
      expect(before.status).toBe(202)
      await redis.config('SET', setting, full)
      for (let n = 1; n <= 3; n++) {
        const refused = await client.send({ sender: { id: 'wang' }, text: '我', id: `m-${n}` })
        expect(refused).toMatchObject({ status: 503, body: { error: 'unavailable' }, retryAfter: '2' })
      }
      expect(await redis.llen(`{${world.env.REDIS_PREFIX}}:handle-message:box:standard:default:wang`)).toBe(1)
      await redis.config('SET', setting, usual)
      for (let n = 1; n <= 3; n++)
        expect(await client.send({ sender: { id: 'wang' }, text: '我', id: `m-${n}` })).toMatchObject({
          status: 202,
        })
      await world.service({ ROLES: 'workers' })
      await world.receiver.waitFor(({ data }) => data.in_reply_to === 'm-3')
      expect(world.receiver.messages.map(({ data }) => data.in_reply_to)).toEqual([
        'm-0',
        'm-1',
        'm-2',
        'm-3',
      ])
    } finally {
      await redis.config('SET', setting, usual)
      redis.disconnect()
      await world.end()
    }
  },
  60_000,
)

test.each(refusals)(
  'Redis refuses to write (%s) while workers run: they go on by themselves once it takes writes again',
  async (_code, setting, full, usual) => {
    const redis = new Redis(inject('redisUrl'))
    const world = await crashWorld()
    try {
      const service = await world.service()
      const client = world.client(service.url)
      const ids: string[] = []
      const say = async (text: string) => {
        const { id, status } = await client.send({ sender: { id: `u-${ids.length % 5}` }, text })
        if (status === 202) ids.push(id)
        return status
      }
      for (let n = 0; n < 40; n++) await say('我')
      await redis.config('SET', setting, full)
      expect(await say('我')).toBe(503)
      await redis.config('SET', setting, usual)
      expect(await say('我')).toBe(202)
      for (const id of ids) await world.receiver.waitFor(({ data }) => data.in_reply_to === id)
      expect(new Set(world.receiver.messages.map(({ webhookId }) => webhookId)).size).toBe(ids.length)
    } finally {
      await redis.config('SET', setting, usual)
      redis.disconnect()
      await world.end()
    }
  },
  60_000,
)
