import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServices } from '../../scripts/services/index.ts'
import { accept } from './accept.ts'
import { answerTime } from './answer-time.ts'
import { broadcast } from './broadcast.ts'
import { broadcastPlan } from './broadcast-plan.ts'
import { buildPrograms } from './process.ts'
import { handled } from './handled.ts'
import { roundTrips } from './round-trips.ts'
import { printTable, type Row } from './row.ts'
import { scale } from './scale.ts'

type Servers = { mongodbUri: string; redisUrl: string }

/** Every bench, by the name that runs it alone: `npm run bench -- accept`. */
const benches: Record<string, (servers: Servers) => Promise<Row[]>> = {
  accept,
  handled,
  'answer-time': answerTime,
  'round-trips': roundTrips,
  'broadcast-plan': broadcastPlan,
  broadcast,
  scale,
}

const dataDir = mkdtempSync(join(tmpdir(), 'liandong-bench-'))
const services = await startServices({ dataDir, env: process.env, say: (line) => console.error(line) })
buildPrograms()
const chosen = process.argv.slice(2).filter((name) => name in benches)
const rows: Row[] = []
try {
  for (const [name, run] of Object.entries(benches)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    console.error(`bench ${name} …`)
    rows.push(...(await run(services)))
  }
} finally {
  await services.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
printTable(rows)
