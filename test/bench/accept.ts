import { postAll, signedRequests } from './load.ts'
import { startProcess } from './process.ts'
import { profiledElsewhere } from './profile.ts'
import { ratioRow, type Row } from './row.ts'
import { benchWorld } from './world.ts'

const rounds = 5
const messages = 10_000

/**
 * Messages accepted per second (verified, parsed, deduplicated, in the mailbox, appended to Redis' file; workers
 * idle), in turn with a bare Koa echo of the same requests. Both are warm: the first round does not count.
 */
export async function accept(servers: { mongodbUri: string; redisUrl: string }): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, senders, reach] of [
    ['accepted, every message another sender', messages, 0.75],
    ['accepted, 2,000 senders', 2_000, 1.1],
  ] as const) {
    const ours: number[] = []
    const reference: number[] = []
    const world = await benchWorld(servers)
    const env = { ...world.env, ROLES: 'web' }
    const requests = (round: number) =>
      signedRequests(messages, world.secret, (n) => ({
        sender: `u-${senders === messages ? round : 0}-${n % senders}`,
        text: '报名 A12',
      }))
    const service = await startProcess('service', env)
    const echo = await startProcess('echo')
    for (let round = 0; round <= rounds; round++) {
      const echoed = await postAll(echo.url, requests(round))
      const accepted = await postAll(service.url, requests(round))
      if (round === 0) continue
      reference.push(echoed)
      ours.push(accepted)
    }
    await Promise.all([service.stop(), echo.stop()])
    const row = ratioRow(name, ours, reference, reach)
    if (!row.good)
      row.hottest = await profiledElsewhere(async (folder) => {
        const watched = await startProcess('service', env, folder)
        for (let round = 0; round < rounds; round++) await postAll(watched.url, requests(rounds + 1 + round))
        await watched.stop()
      })
    await world.end()
    rows.push(row)
  }
  return rows
}
