import { expect, test } from 'vitest'
import { seededShuffle } from '../support/seeded-shuffle.ts'
import type { Child } from '../support/child.ts'
import { answerStates } from '../support/answer-states.ts'
import { crashWorld, type CrashWorld } from '../support/crash-world.ts'
import { until } from '../support/until.ts'

const senders = 100
const each = 5
const total = senders * each
const kills = 3
/** Answers one worker process has on their way to a platform at once: what a kill can leave unknown. */
const answersAtOnce = 20

/**
 * Says every message of a sender for the first time in order, and three times more later, whenever, to either process:
 * a gateway that redelivers all it has, after what was said since.
 */
async function talk(sender: number, clients: ReturnType<CrashWorld['client']>[]): Promise<string[]> {
  const ids = Array.from({ length: each }, (_, n) => `m-${sender}-${n}`)
  const again: number[] = []
  const say = async (n: number, time: number) => {
    const said = { id: ids[n] ?? '', sender: { id: `u-${sender}` }, text: `反映 第${sender}户的第${n}件事` }
    // Whoever is not told 202, or finds the connection closed, sends again, as platforms do.
    for (let status = 0; status !== 202;)
      ({ status } = await clients[(sender + time) % 2]!.send(said).catch(() => ({ status: 0 })))
  }
  for (let n = 0; n < each; n++) {
    await say(n, n)
    again.push(n, n, n)
    for (const [time, old] of seededShuffle(again, sender * each + n)
      .slice(0, 2)
      .entries()) {
      await say(old, time)
      again.splice(again.indexOf(old), 1)
    }
  }
  for (const [time, old] of seededShuffle(again, sender).entries()) await say(old, time)
  return ids
}

/** Workers one after the other killed while people talk; another one takes the place of each. */
async function killWorkers(world: CrashWorld, env: Record<string, string>) {
  let workers: Child[] = await Promise.all([world.service(env), world.service(env)])
  for (let kill = 0; kill < kills; kill++) {
    await until(
      async () => (await world.store.inbox.model.countDocuments()) > (kill + 1) * 60,
      'some more to be handled',
    )
    const [victim, survivor] = workers
    await victim?.kill()
    const fresh = await world.service(env)
    workers = survivor ? [survivor, fresh] : [fresh]
  }
}

/** The storm itself; gives the ids of every sender once all of them are handled, and the effects there are. */
async function storm(world: CrashWorld, env: Record<string, string>) {
  const webs = await Promise.all([world.service({ ROLES: 'web' }), world.service({ ROLES: 'web' })])
  const clients = webs.map(({ url }) => world.client(url))
  const talking = Promise.all(Array.from({ length: senders }, (_, sender) => talk(sender, clients)))
  const [sent] = await Promise.all([talking, killWorkers(world, { ...env, ROLES: 'workers' })])
  const handled = () => world.store.inbox.model.countDocuments()
  await until(async () => (await handled()) === total, 'everything to be handled', 60_000)
  return sent
}

const ordered = (world: CrashWorld, sender: number) => [
  ...new Set(
    world.receiver.messages
      .filter(({ data }) => data.to.id === `u-${sender}`)
      .map(({ data }) => data.in_reply_to ?? ''),
  ),
]

test('500 messages four times each, out of order, two web and two worker processes, workers killed: nothing lost, doubled or out of order', async () => {
  const world = await crashWorld()
  try {
    const sent = await storm(world, {})
    for (const id of sent.flat()) await world.receiver.waitFor(({ data }) => data.in_reply_to === id)
    await until(async () => (await answerStates(world)).sent === total, 'every row to be settled', 40_000)
    expect(await answerStates(world)).toEqual({ rows: total, sent: total, unknown: 0 })
    expect(await world.store.reports.model.countDocuments()).toBe(total)
    const ids = new Set(world.receiver.messages.map(({ webhookId }) => webhookId))
    expect(ids.size).toBe(total)
    for (const [sender, mine] of sent.entries()) expect(ordered(world, sender)).toEqual(mine)
  } finally {
    await world.end()
  }
}, 200_000)

test('the same by a gateway that cannot drop repeats: nothing arrives twice; what a kill cut off is unknown, no more than was under way', async () => {
  const world = await crashWorld()
  try {
    await storm(world, { PLAIN: '1' })
    const settled = async () => {
      const { sent, unknown } = await answerStates(world)
      return sent + unknown === total
    }
    await until(settled, 'every row to be settled', 60_000)
    const { unknown } = await answerStates(world)
    expect(unknown).toBeLessThanOrEqual(kills * answersAtOnce)
    expect(await world.store.unknownRows.count()).toBe(unknown)
    expect(await world.store.reports.model.countDocuments()).toBe(total)
    const arrived = world.receiver.messages.map(({ data }) => data.id)
    expect(new Set(arrived).size).toBe(arrived.length)
    expect(arrived.length).toBeGreaterThanOrEqual(total - unknown)
  } finally {
    await world.end()
  }
}, 200_000)
