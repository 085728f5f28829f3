import { pino } from 'pino'
import { connectProducer, connectWaiting } from '../../src/queue/connection.ts'
import { createRunner } from '../../src/queue/runner.ts'
import { defaultRules } from '../../src/rules.ts'
import { createSeal } from '../../src/seal.ts'
import type { NewBroadcast } from '../../src/store/broadcasts.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { prepareStore } from '../../src/store/prepare.ts'
import { planBroadcast } from '../../workers/plan-broadcast/job.ts'
import { sliceSize } from '../../src/store/broadcast-targets.ts'
import { benchWorld, type BenchWorld, noQuietHours } from './world.ts'

export type Servers = { mongodbUri: string; redisUrl: string }

/** Whom a broadcast goes to, and rounds that count; fewer by the environment, for a first look. */
export const people = Number(process.env.BENCH_PEOPLE ?? 16_000)
export const rounds = Number(process.env.BENCH_ROUNDS ?? 3)

/** What a plan is made with; quiet hours are off (see world.ts), so that the bench can run at night. */
export const planDeps = (store: Store) => ({
  store,
  feed: async () => undefined,
  now: Date.now,
  zone: 'Asia/Shanghai',
  rules: { ...defaultRules, ...noQuietHours },
})

/** A database with everybody in it, and its store. */
export type BroadcastWorld = { world: BenchWorld; store: Store }

/** Makes one. */
export async function broadcastWorld(servers: Servers): Promise<BroadcastWorld> {
  const world = await benchWorld(servers)
  const store = openStore(world.connection, createSeal(Buffer.from(world.env.DATA_KEY, 'base64')))
  await prepareStore(store)
  await store.activities.model.collection.insertOne({ _id: 'A1', state: 'open' } as never)
  for (let n = 0; n < people; n += sliceSize)
    await store.people.model.collection.insertMany(
      Array.from({ length: Math.min(sliceSize, people - n) }, (_, i) => ({
        _id: `V${n + i}`,
        name: '某人',
      })) as never[],
    )
  return { world, store }
}

/** What saying 是 does: freezes the broadcast and has it planned. */
export async function say({ world, store }: BroadcastWorld, servers: Servers, code: string) {
  const producer = connectProducer(servers.redisUrl)
  await producer.connect()
  const runner = createRunner({
    producer,
    waiting: () => connectWaiting(servers.redisUrl),
    prefix: world.env.REDIS_PREFIX,
    log: pino({ level: 'silent' }),
  })
  await store.broadcasts.add(frozen(code))
  await runner.enqueue(planBroadcast, { code }, { id: code })
  await runner.close()
  producer.disconnect()
}

/** A broadcast to everybody as 是 leaves it. */
export function frozen(code: string): NewBroadcast {
  const at = new Date()
  return {
    _id: code,
    kind: 'call',
    activity: 'A1',
    audience: '全体',
    said: '全部',
    locale: 'zh-CN',
    scope: [],
    text: '【召集】A1 探访老人 周六 09:00–12:00 福利院，还缺 20 人。想来就说「报名 A1」。',
    quickReplies: ['报名 A1'],
    targets: Array.from({ length: people }, (_, n) => ({
      platform: 'standard',
      account: 'default',
      kind: 'person' as const,
      id: `u-${n}`,
      person: `V${n}`,
    })),
    rooms: 0,
    people,
    leftOut: [],
    cursor: 0,
    state: 'planning',
    by: 'V0',
    at,
    key: `bench-${code}`,
  }
}
