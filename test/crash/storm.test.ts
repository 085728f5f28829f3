import { expect, test } from 'vitest'
import type { Child } from '../support/child.ts'
import { crashWorld } from '../support/crash-world.ts'

const senders = 20
const each = 15
const deliveries = 4

test('every message four times, two web and two worker processes, workers killed: nothing lost, doubled or out of order', async () => {
  const world = await crashWorld()
  try {
    const webs = await Promise.all([world.service({ ROLES: 'web' }), world.service({ ROLES: 'web' })])
    const clients = webs.map(({ url }) => world.client(url))
    let workers: Child[] = await Promise.all([
      world.service({ ROLES: 'workers' }),
      world.service({ ROLES: 'workers' }),
    ])
    const sent: string[][] = Array.from({ length: senders }, () => [])

    const talk = async (sender: number) => {
      for (let n = 0; n < each; n++) {
        const id = `m-${sender}-${n}`
        for (let time = 0; time < deliveries; time++) {
          const { status } = await clients[(sender + time) % 2]!.send({
            id,
            sender: { id: `u-${sender}` },
            text: '我',
          })
          expect(status).toBe(202)
        }
        sent[sender]?.push(id)
      }
    }
    const talking = Promise.all(sent.map((_, sender) => talk(sender)))
    for (let kill = 0; kill < 3; kill++) {
      await world.receiver.waitFor(() => world.receiver.messages.length > (kill + 1) * 40)
      const [victim, survivor] = workers
      await victim?.kill()
      const fresh = await world.service({ ROLES: 'workers' })
      workers = survivor ? [survivor, fresh] : [fresh]
    }
    await talking
    const ids = sent.flat()
    await Promise.all(ids.map((id) => world.receiver.waitFor(({ data }) => data.in_reply_to === id)))

    const arrived = world.receiver.messages.map(({ webhookId, data }) => ({
      webhookId,
      to: data.to.id,
      id: data.in_reply_to ?? '',
    }))
    expect(new Set(arrived.map(({ webhookId }) => webhookId)).size).toBe(ids.length)
    for (const [sender, mine] of sent.entries()) {
      const order = [...new Set(arrived.filter(({ to }) => to === `u-${sender}`).map(({ id }) => id))]
      expect(order).toEqual(mine)
    }
  } finally {
    await world.end()
  }
}, 150_000)
