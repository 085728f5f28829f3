import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { connectProducer, connectWaiting } from '../../src/queue/connection.ts'
import { createRunner } from '../../src/queue/runner.ts'
import { createSeal } from '../../src/seal.ts'
import type { Broadcast } from '../../src/store/broadcasts.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { prepareStore } from '../../src/store/prepare.ts'
import { planBroadcast } from '../../workers/plan-broadcast/job.ts'
import { chunk, runPlanBroadcast } from '../../workers/plan-broadcast/run.ts'
import { answerTimes, quantile } from './answer-time.ts'
import { signedRequests } from './load.ts'
import { startProcess } from './process.ts'
import { median, ratioRow, type Row } from './row.ts'
import { benchWorld, type BenchWorld } from './world.ts'

type Servers = { mongodbUri: string; redisUrl: string }

/** Whom a broadcast goes to; fewer with `BENCH_PEOPLE` for a first look. */
const people = Number(process.env.BENCH_PEOPLE ?? 16_000)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const asked = { perSecond: 10, messages: 200 }

/** A broadcast to everybody: its plan, its delivery, and what it costs those who ask something meanwhile. */
export async function broadcast(servers: Servers): Promise<Row[]> {
  return [...(await planRows(servers)), ...(await deliveryRows(servers)), await replyRow(servers)]
}

/** The plan by the real worker, beside a bare insert of the rows it made. */
async function planRows(servers: Servers): Promise<Row[]> {
  const ours: number[] = []
  const bare: number[] = []
  const stalls: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const { world, store } = await preparedWorld(servers)
    await store.broadcasts.add(frozen('B1'))
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const planned = await seconds(() =>
      runPlanBroadcast({ code: 'B1' }, { store, feed: async () => undefined, now: Date.now }),
    )
    delay.disable()
    const { collection } = store.outbox.model
    const rows = await collection.find().toArray()
    await collection.deleteMany({})
    const inserted = await seconds(async () => {
      for (let n = 0; n < rows.length; n += chunk)
        await collection.insertMany(rows.slice(n, n + chunk), { ordered: false })
    })
    await world.end()
    // The first round warms the machine and does not count.
    if (round === 0) continue
    ours.push(planned)
    bare.push(inserted)
    stalls.push(delay.max / 1e6)
  }
  const ratio = median(ours.map((value, i) => value / (bare[i] ?? Number.NaN)))
  return [
    {
      figure: `broadcast to ${people} planned and stored`,
      ours: ms(median(ours) * 1000),
      reference: ms(median(bare) * 1000),
      ratio: ratio.toFixed(2),
      reach: '≤ 2',
      good: ratio <= 2,
    },
    limitRow('broadcast, longest stall of the event loop while planned', median(stalls), 25),
  ]
}

/** Messages delivered per second by a whole service, beside bare callers that claim, send and settle; and the first of them. */
async function deliveryRows(servers: Servers): Promise<Row[]> {
  const ours: number[] = []
  const bare: number[] = []
  const first: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const one = await preparedWorld(servers)
    const service = await startProcess('service', one.world.env)
    const begin = performance.now()
    await say(one, servers, 'B1')
    const delivered = await rateOf(one.world)
    await service.stop()
    await one.world.end()

    const other = await preparedWorld(servers)
    await other.store.broadcasts.add(frozen('B1'))
    await runPlanBroadcast({ code: 'B1' }, { store: other.store, feed: async () => undefined, now: Date.now })
    const sender = await startProcess('bare-sender', other.world.env)
    const sent = await rateOf(other.world)
    await sender.stop()
    await other.world.end()
    if (round === 0) continue
    ours.push(delivered)
    bare.push(sent)
    first.push((one.world.called[0] ?? Number.NaN) - begin)
  }
  return [
    ratioRow('broadcast delivered', ours, bare, 0.7),
    limitRow('broadcast, from 是 to the first message', median(first), 2_000),
  ]
}

/** p99 of an answer while a broadcast runs, beside p99 without. */
async function replyRow(servers: Servers): Promise<Row> {
  const ratios: number[] = []
  const during: number[] = []
  const without: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const desk = await preparedWorld(servers)
    const { world } = desk
    const service = await startProcess('service', world.env)
    const ask = async (who: string) => {
      const say = (n: number) => ({ sender: `${who}-${n}`, text: '帮助' })
      const requests = signedRequests(asked.messages, world.secret, say)
      return quantile(await answerTimes(service.url, world, requests, 1000 / asked.perSecond), 0.99)
    }
    const quiet = await ask('quiet')
    let busy = true
    const running = (async () => {
      for (let n = 1; busy; n++) {
        await say(desk, servers, `B${n}`)
        while (busy && world.called.length < n * people) await wait(20)
      }
    })()
    const loud = await ask('loud')
    busy = false
    await running
    await service.stop()
    await world.end()
    if (round === 0) continue
    without.push(quiet)
    during.push(loud)
    ratios.push(loud / quiet)
  }
  const ratio = median(ratios)
  return {
    figure: 'answer delivered, p99 while a broadcast runs',
    ours: ms(median(during)),
    reference: ms(median(without)),
    ratio: ratio.toFixed(2),
    reach: '≤ 1.5',
    good: ratio <= 1.5,
  }
}

/** A database ready for use, with its store. */
async function preparedWorld(servers: Servers): Promise<{ world: BenchWorld; store: Store }> {
  const world = await benchWorld(servers)
  const store = openStore(world.connection, createSeal(Buffer.from(world.env.DATA_KEY, 'base64')))
  await prepareStore(store)
  await store.activities.model.collection.insertOne({ _id: 'A1', state: 'open' } as never)
  for (let n = 0; n < people; n += chunk)
    await store.people.model.collection.insertMany(
      Array.from({ length: Math.min(chunk, people - n) }, (_, i) => ({
        _id: `V${n + i}`,
        name: '某人',
      })) as never[],
    )
  return { world, store }
}

/** What saying 是 does: freezes the broadcast and has it planned. */
async function say({ world, store }: { world: BenchWorld; store: Store }, servers: Servers, code: string) {
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

/** Messages a second from the first to the last. */
async function rateOf({ called }: BenchWorld): Promise<number> {
  while (called.length < people) await wait(20)
  const [begin = 0] = called
  return (people - 1) / (((called[people - 1] ?? 0) - begin) / 1000)
}

function frozen(code: string): Broadcast {
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

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await run()
  return (performance.now() - begin) / 1000
}

const ms = (value: number) => `${value.toFixed(0)} ms`

function limitRow(figure: string, value: number, reach: number): Row {
  return { figure, ours: ms(value), reference: '–', ratio: '–', reach: `≤ ${reach} ms`, good: value <= reach }
}
