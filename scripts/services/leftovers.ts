import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { sep } from 'node:path'
import { isAlive } from './identity.ts'
import { eraseRun, listRuns, type Run } from './records.ts'
import { stopServer } from './server.ts'
import type { Say } from './step.ts'

/** Stops what a run started, last first: the gateway before its engine. Ends with nothing noted of the run. */
export async function stopRun(cache: string, run: Run): Promise<void> {
  for (const server of run.servers.toReversed()) await stopServer(server)
  run.servers = []
  eraseRun(cache, run.dataDir)
}

/**
 * Stops the servers of tests and benchmarks whose command was killed, and removes their temporary data.
 * Lasting data folders are left to the next start that uses them.
 */
export async function clearAbandoned(cache: string, say: Say): Promise<void> {
  for (const run of listRuns(cache)) {
    if (!run.temporary || isAlive(run.owner)) continue
    say(`clearing what a killed run (process ${run.owner.pid}) left in ${run.dataDir}`)
    await stopRun(cache, run)
    if (run.dataDir.startsWith(tmpdir() + sep)) rmSync(run.dataDir, { recursive: true, force: true })
  }
}
