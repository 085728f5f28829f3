import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
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

test('MongoDB away for 12 seconds while people write: all that was acknowledged is answered, in order, none given up', async () => {
  const { proxy, url } = await throughProxy(inject('mongodbUri'))
  const world = await crashWorld()
  try {
    const service = await world.service({ MONGODB_URI: url })
    const client = world.client(service.url)
    const acknowledged = new Map<string, string[]>(senders.map(({ id }) => [id, []]))
    let talking = true
    const talk = async (sender: (typeof senders)[number]) => {
      while (talking) {
        const { id, status } = await client.send({ sender, text: '我' })
        if (status === 202) acknowledged.get(sender.id)?.push(id)
        await pause(250)
      }
    }
    const talks = senders.map(talk)
    await world.receiver.waitFor(() => world.receiver.messages.length > 10)
    proxy.cut()
    // Longer than every time-out on the way to MongoDB and several back-offs; a minute takes the same path.
    await pause(12_000)
    proxy.mend()
    talking = false
    await Promise.all(talks)
    for (const [sender, ids] of acknowledged) {
      expect(ids.length).toBeGreaterThan(20)
      await world.receiver.waitFor(({ data }) => data.in_reply_to === ids.at(-1))
      expect(answersOf(world.receiver.messages, sender)).toEqual(ids)
    }
    expect(await world.store.deadLetters.count()).toBe(0)
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

test('half an answer, and none at all: sent again under the same id, once the call has had its time', async () => {
  const world = await crashWorld()
  try {
    const service = await world.service()
    const client = world.client(service.url)
    const seen: string[] = []
    const answers = [
      (socket: Socket) => socket.end('HTTP/1.1 204 No Con'),
      // Never: the call ends by its own limit of ten seconds.
      () => undefined,
    ]
    const badly = world.receiver.answerBadly((request) => {
      seen.push(String(request.headers['webhook-id']))
      answers[seen.length - 1]?.(request.socket)
    }, 2)
    const { id } = await client.send({ sender: { id: 'wang' }, text: '我' })
    await badly
    const { webhookId } = await world.receiver.waitFor(({ data }) => data.in_reply_to === id)
    expect(seen).toEqual([webhookId, webhookId])
    expect(world.receiver.messages).toHaveLength(1)
  } finally {
    await world.end()
  }
}, 90_000)

test('none at all from a gateway that cannot drop repeats: unknown once, never sent again, and others are answered', async () => {
  const world = await crashWorld()
  try {
    const service = await world.service({ PLAIN: '1' })
    const client = world.client(service.url)
    const silent = world.receiver.answerBadly(() => undefined)
    const { id } = await client.send({ sender: { id: 'wang' }, text: '我' })
    await silent
    const other = await client.send({ sender: { id: 'li' }, text: '我' })
    await world.receiver.waitFor(({ data }) => data.in_reply_to === other.id)
    await until(async () => (await world.store.unknownRows.count()) === 1, 'the row to be unknown')
    const next = await client.send({ sender: { id: 'wang' }, text: '我' })
    await world.receiver.waitFor(({ data }) => data.in_reply_to === next.id)
    expect(world.receiver.messages.filter(({ data }) => data.in_reply_to === id)).toEqual([])
    expect((await world.store.outbox.find(`standard:default:${id}#0`))?.tries).toBe(1)
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
