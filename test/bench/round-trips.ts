import { setTimeout as wait } from 'node:timers/promises'
import { start } from '../../src/main.ts'
import { createSeal } from '../../src/seal.ts'
import { openStore } from '../../src/store/index.ts'
import { signedRequests, type Say } from './load.ts'
import { median, type Row } from './row.ts'
import { benchWorld } from './world.ts'

const people = 20

/**
 * MongoDB commands of one sign-up, and of a group message nobody addressed to us. Each message is counted alone, from
 * its request to its answer; the median leaves out what the sweeper happened to look for at the same time.
 */
export async function roundTrips(servers: { mongodbUri: string; redisUrl: string }): Promise<Row[]> {
  const world = await benchWorld(servers)
  const seen: string[] = []
  const service = await start({
    env: world.env,
    observe: ({ command, collection }) => void seen.push(`${command} ${collection}`),
  })
  await prepare(world)
  const commandsOf = async (say: Say, answered: boolean) => {
    const counts: { handling: number; delivery: number }[] = []
    for (const request of signedRequests(people, world.secret, say)) {
      const { id } = (JSON.parse(request.body) as { data: { id: string } }).data
      seen.length = 0
      const { status } = await fetch(`${service.url}/webhooks/standard`, { method: 'POST', ...request })
      if (status !== 202) throw new Error(`the message was answered ${status}`)
      // One that is ignored leads to nothing, so there is nothing to wait for but a while.
      if (answered) while (!seen.includes('update outbox') || !world.arrived.has(id)) await wait(5)
      else await wait(100)
      const delivery = seen.filter((key) => deliveryCommands.has(key)).length
      counts.push({ handling: seen.length - delivery, delivery })
    }
    return {
      handling: median(counts.map(({ handling }) => handling)),
      delivery: median(counts.map(({ delivery }) => delivery)),
    }
  }
  const signup = await commandsOf((n) => ({ sender: `u-${n}`, text: '报名A1' }), true)
  const chatter = await commandsOf((n) => ({ sender: `u-${n}`, text: '我们几点集合', room: 'r-1' }), false)
  await service.stop()
  await world.end()
  const row = (figure: string, count: number, reach: number): Row => ({
    figure,
    ours: String(count),
    reference: '–',
    ratio: '–',
    reach: `≤ ${reach}`,
    good: count <= reach,
  })
  return [
    row(`MongoDB commands per sign-up (and ${signup.delivery} to deliver its answer)`, signup.handling, 6),
    row('MongoDB commands per ignored group message', chatter.handling + chatter.delivery, 0),
  ]
}

/** Claim and settle: what delivering any answer takes. */
const deliveryCommands = new Set(['findAndModify outbox', 'update outbox'])

async function prepare(world: Awaited<ReturnType<typeof benchWorld>>): Promise<void> {
  const store = openStore(world.connection, createSeal(Buffer.from(world.env.DATA_KEY, 'base64')))
  const at = new Date()
  for (let n = 0; n < people; n++) {
    const person = `V${String(n + 1).padStart(6, '0')}`
    await store.people.add({
      _id: person,
      name: `义工${n}`,
      skills: [],
      grants: [],
      commitments: [],
      key: `bench-${n}`,
      createdAt: at,
    })
    await store.identities.add({
      _id: `standard:default:u-${n}`,
      platform: 'standard',
      account: 'default',
      user: `u-${n}`,
      name: '',
      person,
      seenAt: at,
    })
  }
  await store.activities.model.create({
    _id: 'A1',
    title: '探访老人',
    category: '老人服务',
    place: '福利院',
    start: new Date(at.getTime() + 7 * 24 * 3600_000),
    end: new Date(at.getTime() + 7 * 24 * 3600_000 + 3 * 3600_000),
    restMinutes: 0,
    places: people,
    taken: 0,
    holds: [],
    waiting: [],
    freed: [],
    skills: [],
    state: 'open',
    responsible: 'V000001',
    key: 'bench',
    createdAt: at,
  })
}
