import { setTimeout as wait } from 'node:timers/promises'
import { start } from '../../src/main.ts'
import { createSeal } from '../../src/seal.ts'
import { openStore } from '../../src/store/index.ts'
import { postAll, signedRequests, type Say } from './load.ts'
import type { Row } from './row.ts'
import { benchWorld } from './world.ts'

const people = 20

/** MongoDB commands of one sign-up up to its outbox row, and of a group message nobody addressed to us. */
export async function roundTrips(servers: { mongodbUri: string; redisUrl: string }): Promise<Row[]> {
  const world = await benchWorld(servers)
  const seen: { command: string; collection: string }[] = []
  const service = await start({ env: world.env, observe: (answered) => void seen.push(answered) })
  await prepare(world)
  const commandsOf = async (say: Say, arrives: boolean) => {
    const requests = signedRequests(people, world.secret, say)
    const ids = requests.map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id)
    seen.length = 0
    await postAll(service.url, requests, 1)
    while (arrives && ids.some((id) => !world.arrived.has(id))) await wait(10)
    if (!arrives) await wait(500)
    const delivery = new Set(['findAndModify outbox', 'update outbox'])
    // What the sweeper and timers look for by themselves is not any message's doing.
    const background = new Set(['find', 'update', 'count', 'findAndModify timers', 'ping'])
    const keys = seen.map(({ command, collection }) => `${command} ${collection}`)
    const own = keys.filter(
      (key) => !delivery.has(key) && !background.has(key) && !background.has(key.split(' ')[0] ?? ''),
    )
    const guards = keys.filter((key) => key === 'update people' || key === 'update activities')
    return (own.length + guards.length) / people
  }
  const signup = await commandsOf((n) => ({ sender: `u-${n}`, text: '报名A1' }), true)
  const chatter = await commandsOf((n) => ({ sender: `u-${n}`, text: '我们几点集合', room: 'r-1' }), false)
  await service.stop()
  await world.end()
  const row = (figure: string, count: number, reach: number): Row => ({
    figure,
    ours: count.toFixed(1),
    reference: '–',
    ratio: '–',
    reach: `≤ ${reach}`,
    good: count <= reach,
  })
  return [
    row('MongoDB commands per sign-up', signup, 6),
    row('MongoDB commands per ignored group message', chatter, 0),
  ]
}

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
