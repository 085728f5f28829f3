import { existsSync, lstatSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { isAlive } from './identity.ts'
import { eraseRun, listRuns, type Run } from './records.ts'
import { stopServer } from './server.ts'
import type { Say } from './step.ts'

/** Stops what a run started, last first: the gateway before its engine. Ends with nothing noted of the run. */
export async function stopRun(cache: string, run: Run): Promise<void> {
  for (let last = run.servers.at(-1); last !== undefined; last = run.servers.at(-1)) {
    await stopServer(last)
    run.servers = run.servers.filter((server) => server !== last)
  }
  if (run.temporary) removeLinkedData(run.dataDir)
  eraseRun(cache, run.dataDir)
}

/** Where the engine's data had to lie inside the engine, it would outlive its temporary folder. */
function removeLinkedData(dataDir: string): void {
  const link = join(dataDir, 'documentdb')
  if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return
  rmSync(readlinkSync(link), { recursive: true, force: true })
}

/**
 * Stops the servers of tests and benchmarks whose command was killed, and removes their temporary data; also
 * the servers of any killed command whose data folder is gone. Others are left to the next start on their data.
 */
export async function clearAbandoned(cache: string, say: Say): Promise<void> {
  for (const run of listRuns(cache)) {
    if (isAlive(run.owner) || (!run.temporary && existsSync(run.dataDir))) continue
    say(`clearing what a killed run (process ${run.owner.pid}) left in ${run.dataDir}`)
    await stopRun(cache, run)
    if (run.temporary && run.dataDir.startsWith(tmpdir() + sep))
      rmSync(run.dataDir, { recursive: true, force: true })
  }
}
