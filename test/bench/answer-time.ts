import { setTimeout as wait } from 'node:timers/promises'
import { postAll, signedRequests } from './load.ts'
import { startProcess } from './process.ts'
import type { Row } from './row.ts'
import { benchWorld, type BenchWorld } from './world.ts'

const perSecond = 20
const seconds = 20
const reachMs = 100

/** p99 of the time from sending a message to the arrival of its answer, at 20 messages a second. */
export async function answerTime(servers: { mongodbUri: string; redisUrl: string }): Promise<Row[]> {
  const world = await benchWorld(servers)
  const service = await startProcess('service', world.env)
  const requests = signedRequests(perSecond * seconds, world.secret, (n) => ({
    sender: `u-${n}`,
    text: '帮助',
  }))
  await postAll(
    service.url,
    signedRequests(50, world.secret, (n) => ({ sender: `warm-${n}`, text: '帮助' })),
    5,
  )
  const times = await answerTimes(service.url, world, requests, 1000 / perSecond)
  await service.stop()
  await world.end()
  const at = (part: number) => quantile(times, part)
  return [
    {
      figure: `answer delivered, p99 at ${perSecond}/s (p50 ${at(0.5).toFixed(0)} ms)`,
      ours: `${at(0.99).toFixed(0)} ms`,
      reference: '–',
      ratio: '–',
      reach: `≤ ${reachMs} ms`,
      good: at(0.99) <= reachMs,
    },
  ]
}

/** Sends messages one after another, so many milliseconds apart; gives how long each answer took, shortest first. */
export async function answerTimes(
  url: string,
  world: BenchWorld,
  requests: ReturnType<typeof signedRequests>,
  everyMs: number,
): Promise<number[]> {
  const sent = new Map<string, number>()
  for (const { body, headers } of requests) {
    sent.set((JSON.parse(body) as { data: { id: string } }).data.id, performance.now())
    void fetch(`${url}/webhooks/standard`, { method: 'POST', body, headers }).then((response) =>
      response.arrayBuffer(),
    )
    await wait(everyMs)
  }
  while ([...sent.keys()].some((id) => !world.arrived.has(id))) await wait(10)
  return [...sent].map(([id, at]) => (world.arrived.get(id) ?? Number.NaN) - at).toSorted((a, b) => a - b)
}

/** The value below which this part of sorted times lies. */
export const quantile = (times: readonly number[], part: number): number =>
  times[Math.floor(times.length * part)] ?? Number.NaN
