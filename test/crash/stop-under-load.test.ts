import { expect, test } from 'vitest'
import { crashWorld } from '../support/crash-world.ts'
import { until } from '../support/until.ts'

const senders = 20

/** Whoever was not answered 202 was promised nothing: refused, or the connection ended. */
async function accepted(sending: Promise<{ status: number; id: string }>): Promise<string | undefined> {
  const { status, id } = await sending.catch(() => ({ status: 0, id: '' }))
  return status === 202 ? id : undefined
}

test('told to stop under load, a process ends by itself in time, and the next one finishes what was accepted', async () => {
  const world = await crashWorld()
  try {
    const first = await world.service()
    const client = world.client(first.url)
    const promised: string[][] = Array.from({ length: senders }, () => [])
    const talk = async (sender: number) => {
      for (;;) {
        const id = await accepted(client.send({ sender: { id: `u-${sender}` }, text: '我' }))
        if (id === undefined) return
        promised[sender]?.push(id)
      }
    }
    const talking = Promise.all(promised.map((_, sender) => talk(sender)))
    await world.receiver.waitFor(() => world.receiver.messages.length > 100)

    const told = Date.now()
    expect(await first.stop()).toBe(0)
    expect(Date.now() - told).toBeLessThan(20_000)
    await talking
    const ids = promised.flat()
    expect(ids.length).toBeGreaterThan(100)

    await world.service()
    const answered = () => new Set(world.receiver.messages.map(({ data }) => data.in_reply_to))
    await until(async () => ids.every((id) => answered().has(id)), 'an answer to everything accepted', 60_000)
    for (const [sender, mine] of promised.entries()) {
      const order = world.receiver.messages
        .filter(({ data }) => data.to.id === `u-${sender}`)
        .map(({ data }) => data.in_reply_to ?? '')
      // One that was refused while the process stopped may have been handled all the same: it was not promised.
      expect([...new Set(order)].filter((id) => mine.includes(id))).toEqual(mine)
    }
    const ends = world.receiver.messages.map(({ webhookId }) => webhookId)
    expect(new Set(ends).size).toBe(ends.length)
  } finally {
    await world.end()
  }
}, 120_000)
