import { inject, expect, test } from 'vitest'
import { crashWorld } from '../support/crash-world.ts'
import { until } from '../support/until.ts'
import { throughProxy } from '../support/proxy.ts'

const senders = Array.from({ length: 6 }, (_, i) => ({ id: `u-${i}`, name: `义工${i}` }))

/** What arrived for each sender, in order, each message once however often it came. */
function answersOf(
  messages: { webhookId: string; data: { to: { id: string }; in_reply_to?: string } }[],
  sender: string,
): string[] {
  return [
    ...new Set(
      messages.filter(({ data }) => data.to.id === sender).map(({ data }) => data.in_reply_to ?? ''),
    ),
  ]
}

test('MongoDB away: everything accepted meanwhile is answered once it is back, in order', async () => {
  const { proxy, url } = await throughProxy(inject('mongodbUri'))
  const world = await crashWorld()
  try {
    const service = await world.service({ MONGODB_URI: url })
    const client = world.client(service.url)
    proxy.cut()
    const ids: Record<string, string[]> = {}
    for (let n = 0; n < 5; n++)
      for (const sender of senders) {
        const { id, status } = await client.send({ sender, text: '我' })
        expect(status).toBe(202)
        ids[sender.id] = [...(ids[sender.id] ?? []), id]
      }
    expect(world.receiver.messages).toHaveLength(0)
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503)
    proxy.mend()
    for (const sender of senders) {
      const last = ids[sender.id]?.at(-1)
      await world.receiver.waitFor(({ data }) => data.in_reply_to === last)
      expect(answersOf(world.receiver.messages, sender.id)).toEqual(ids[sender.id])
    }
  } finally {
    await world.end()
    await proxy.stop()
  }
}, 90_000)

test.each(['cut', 'freeze'] as const)(
  'Redis away (%s): 503 within two seconds, and the redelivery completes',
  async (how) => {
    const { proxy, url } = await throughProxy(inject('redisUrl'))
    const world = await crashWorld()
    try {
      const service = await world.service({ REDIS_URL: url })
      const client = world.client(service.url)
      proxy[how]()
      const begin = performance.now()
      const refused = await client.send({ sender: { id: 'wang' }, text: '我', id: 'm-1' })
      expect(refused).toMatchObject({ status: 503, body: { error: 'unavailable' } })
      expect(performance.now() - begin).toBeLessThan(2_000)
      expect(refused.retryAfter).not.toBeNull()
      proxy.mend()
      let status = 503
      for (let n = 0; n < 100 && status === 503; n++)
        ({ status } = await client.send({ sender: { id: 'wang' }, text: '我', id: 'm-1' }))
      expect(status).toBe(202)
      await world.receiver.waitFor(({ data }) => data.in_reply_to === 'm-1')
      expect(new Set(world.receiver.messages.map(({ webhookId }) => webhookId)).size).toBe(1)
    } finally {
      await world.end()
      await proxy.stop()
    }
  },
  90_000,
)

test('the gateway away, slow or angry: every answer arrives once it is well, in order', async () => {
  const world = await crashWorld()
  try {
    const service = await world.service()
    const client = world.client(service.url)
    const ids: string[] = []
    const say = async () => {
      const { id } = await client.send({ sender: { id: 'wang' }, text: '我' })
      ids.push(id)
    }
    void world.receiver.answerBadly(500, 2)
    await say()
    await world.receiver.waitFor(({ data }) => data.in_reply_to === ids[0])
    void world.receiver.answerBadly(429, 1, { 'retry-after': '1' })
    await say()
    await world.receiver.waitFor(({ data }) => data.in_reply_to === ids[1])
    void world.receiver.answerBadly((request) => request.socket.destroy(), 3)
    await say()
    await say()
    await world.receiver.waitFor(({ data }) => data.in_reply_to === ids[3])
    expect(world.receiver.messages.map(({ data }) => data.in_reply_to)).toEqual(ids)
  } finally {
    await world.end()
  }
}, 90_000)

test('a gateway that is gone (410) pauses the account: its answers are kept and go out after the next start', async () => {
  const world = await crashWorld()
  try {
    const service = await world.service()
    const gone = world.receiver.answerBadly(410)
    const client = world.client(service.url)
    const first = await client.send({ sender: { id: 'wang' }, text: '我' })
    await gone
    const second = await client.send({ sender: { id: 'li' }, text: '我' })
    await until(() => world.store.outbox.find(`standard:default:${second.id}#0`), 'the second answer')
    expect(await service.stop()).toBe(0)
    await world.service()
    for (const { id } of [first, second]) await world.receiver.waitFor(({ data }) => data.in_reply_to === id)
  } finally {
    await world.end()
  }
}, 90_000)
