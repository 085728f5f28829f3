import { setTimeout as wait } from 'node:timers/promises'
import type { Connection } from 'mongoose'
import { start } from '../../src/main.ts'
import { loadContext } from '../../src/store/context.ts'
import { postAll, signedRequests } from './load.ts'
import { profiled } from './profile.ts'
import { ratioRow, type Row } from './row.ts'
import { benchWorld, type BenchWorld } from './world.ts'

const rounds = 3
const messages = 2_000
const senders = 500
const atOnce = 20

/**
 * Messages handled per second, from full mailboxes to the last answer delivered, beside the same number of the same
 * MongoDB commands sent bare by as many callers. Commands are counted while the service runs, then repeated.
 */
export async function handled(servers: { mongodbUri: string; redisUrl: string }): Promise<Row[]> {
  const ours: number[] = []
  const reference: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const world = await benchWorld(servers)
    const { rate, counts } = await handleAll(world)
    const bare = messages / (await repeat(world.connection, counts))
    await world.end()
    // The first round warms the machine and does not count.
    if (round === 0) continue
    ours.push(rate)
    reference.push(bare)
  }
  const row = ratioRow('handled, mailbox to reply row, with delivery', ours, reference, 0.7)
  if (!row.good) {
    const world = await benchWorld(servers)
    row.hottest = (await profiled(() => handleAll(world))).hottest
    await world.end()
  }
  return [row]
}

/** Fills mailboxes, lets workers empty them, and gives messages per second and how often each command was sent. */
async function handleAll(world: BenchWorld): Promise<{ rate: number; counts: Map<string, number> }> {
  const web = await start({ env: { ...world.env, ROLES: 'web' } })
  await postAll(
    web.url,
    signedRequests(messages, world.secret, (n) => ({ sender: `u-${n % senders}`, text: '我' })),
  )
  const counts = new Map<string, number>()
  const workers = await start({
    env: { ...world.env, ROLES: 'workers' },
    observe: ({ command, collection }) =>
      void counts.set(`${command} ${collection}`, (counts.get(`${command} ${collection}`) ?? 0) + 1),
  })
  // What starting takes is not measured, nor what was handled meanwhile.
  const inbox = world.connection.collection('inbox')
  const before = await inbox.countDocuments()
  const begin = performance.now()
  while ((await inbox.countDocuments()) < messages) await wait(20)
  const rate = (messages - before) / ((performance.now() - begin) / 1000)
  await Promise.all([workers.stop(), web.stop()])
  return { rate, counts }
}

/** Sends the same commands bare, `atOnce` callers at once; gives the seconds it took. */
async function repeat(connection: Connection, counts: ReadonlyMap<string, number>): Promise<number> {
  const text = 'x'.repeat(400)
  const collection = (name: string) => connection.collection<{ _id: string }>(name)
  const command: Record<string, (name: string, n: number) => Promise<unknown>> = {
    aggregate: (_name, n) =>
      loadContext(connection, {
        message: `bare-${n}`,
        identity: `standard:default:u-${n % senders}`,
        room: undefined,
        activities: [],
      }),
    insert: (name, n) => collection(name).insertOne({ _id: `bare-${n}`, text } as { _id: string }),
    findAndModify: (name, n) =>
      collection(name).findOneAndUpdate({ _id: `bare-${n}` }, { $set: { state: 'calling' } }),
    update: (name, n) => collection(name).updateOne({ _id: `bare-${n}` }, { $set: { state: 'sent' } }),
    find: (name, n) => collection(name).findOne({ _id: `bare-${n}` }),
  }
  const work = [...counts].flatMap(([key, count]) => {
    const [kind = '', name = ''] = key.split(' ')
    const send = command[kind]
    return send ? Array.from({ length: count }, (_, n) => () => send(name, n)) : []
  })
  // Inserts first within each message's share, as the service does; otherwise in turn, so that kinds are mixed.
  const perMessage = Array.from({ length: messages }, () => [] as (() => Promise<unknown>)[])
  for (const [i, send] of work.entries()) perMessage[i % messages]?.push(send)
  let next = 0
  const begin = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < perMessage.length) for (const send of perMessage[next++] ?? []) await send()
    }),
  )
  return (performance.now() - begin) / 1000
}
