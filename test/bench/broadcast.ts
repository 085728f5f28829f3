import { setTimeout as wait } from 'node:timers/promises'
import { runPlanBroadcast } from '../../workers/plan-broadcast/run.ts'
import { answerTimes, quantile } from './answer-time.ts'
import { broadcastWorld, frozen, people, planDeps, rounds, say, type Servers } from './broadcast-world.ts'
import { signedRequests } from './load.ts'
import { startProcess } from './process.ts'
import { limitRow, median, ratioRow, type Row, timeRow } from './row.ts'
import type { BenchWorld } from './world.ts'

const asked = { perSecond: 10, messages: 200 }

/** A broadcast to everybody: its delivery, and what it costs those who ask something meanwhile. */
export async function broadcast(servers: Servers): Promise<Row[]> {
  return [...(await deliveryRows(servers)), await replyRow(servers)]
}

/** Messages delivered per second by a whole service, beside bare callers that claim, send and settle; and the first of them. */
async function deliveryRows(servers: Servers): Promise<Row[]> {
  const ours: number[] = []
  const bare: number[] = []
  const first: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const one = await broadcastWorld(servers)
    const service = await startProcess('service', one.world.env)
    const begin = performance.now()
    await say(one, servers, 'B1')
    const delivered = await rateOf(one.world)
    await service.stop()
    await one.world.end()

    const other = await broadcastWorld(servers)
    await other.store.broadcasts.add(frozen('B1'))
    await runPlanBroadcast({ code: 'B1' }, planDeps(other.store))
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
  const during: number[] = []
  const without: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const desk = await broadcastWorld(servers)
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
  }
  return timeRow('answer delivered, p99 while a broadcast runs', during, without, 1.5)
}

/** Messages a second from the first to the last. */
async function rateOf({ called }: BenchWorld): Promise<number> {
  while (called.length < people) await wait(20)
  const [begin = 0] = called
  return (people - 1) / (((called[people - 1] ?? 0) - begin) / 1000)
}
