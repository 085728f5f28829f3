import { postAll, signedRequests } from './load.ts'
import { startProcess } from './process.ts'
import { ratioRow, type Row } from './row.ts'
import { benchWorld } from './world.ts'

const rounds = 3
const messages = 6_000

/**
 * Messages accepted per second (verified, parsed, deduplicated, in the mailbox, appended to Redis' file; workers
 * idle), in turn with a bare Koa echo of the same requests.
 */
export async function accept(servers: { mongodbUri: string; redisUrl: string }): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, senders, reach] of [
    ['accepted, every message another sender', messages, 0.75],
    ['accepted, 2,000 senders', 2_000, 1.1],
  ] as const) {
    const ours: number[] = []
    const reference: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const world = await benchWorld(servers)
      const service = await startProcess('service', { ...world.env, ROLES: 'web' })
      const echo = await startProcess('echo')
      const make = () =>
        signedRequests(messages, world.secret, (n) => ({
          sender: `u-${round}-${n % senders}`,
          text: '报名 A12',
        }))
      await postAll(echo.url, make().slice(0, 1_000))
      await postAll(service.url, make().slice(0, 1_000))
      const echoed = await postAll(echo.url, make())
      const accepted = await postAll(service.url, make())
      // The first round warms the machine and does not count.
      if (round > 0) {
        reference.push(echoed)
        ours.push(accepted)
      }
      await Promise.all([service.stop(), echo.stop()])
      await world.end()
    }
    rows.push(ratioRow(name, ours, reference, reach))
  }
  return rows
}
