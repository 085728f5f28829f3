import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sliceSize } from '../../src/store/broadcast-targets.ts'
import { runPlanBroadcast } from '../../workers/plan-broadcast/run.ts'
import { broadcastWorld, frozen, people, planDeps, rounds, type Servers } from './broadcast-world.ts'
import { limitRow, median, type Row, timeRow } from './row.ts'

/** What 是 freezes and the plan by the real worker, beside a bare insert of the rows they made. */
export async function broadcastPlan(servers: Servers): Promise<Row[]> {
  const ours: number[] = []
  const bare: number[] = []
  const stalls: number[] = []
  const bareStalls: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const { world, store } = await broadcastWorld(servers)
    const broadcast = frozen('B1')
    const delay = monitorEventLoopDelay({ resolution: 1 })
    const bareDelay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const planned = await seconds(async () => {
      await store.broadcasts.add(broadcast)
      await runPlanBroadcast({ code: 'B1' }, planDeps(store))
    })
    delay.disable()
    const { collection } = store.outbox.model
    const rows = await collection.find().toArray()
    await collection.deleteMany({})
    bareDelay.enable()
    const inserted = await seconds(async () => {
      for (let n = 0; n < rows.length; n += sliceSize)
        await collection.insertMany(rows.slice(n, n + sliceSize), { ordered: false })
    })
    bareDelay.disable()
    await world.end()
    // The first round warms the machine and does not count.
    if (round === 0) continue
    ours.push(planned * 1000)
    bare.push(inserted * 1000)
    stalls.push(delay.max / 1e6)
    bareStalls.push(bareDelay.max / 1e6)
  }
  return [
    timeRow(`broadcast to ${people} planned and stored`, ours, bare, 2),
    limitRow(
      'broadcast, longest stall of the event loop while planned',
      median(stalls),
      25,
      median(bareStalls),
    ),
  ]
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await run()
  return (performance.now() - begin) / 1000
}
