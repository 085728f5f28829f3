import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { identify } from './identity.ts'
import { until } from './until.ts'

const SECONDS_FOR_CHILDREN = 30

/**
 * Takes away the pid file that a killed PostgreSQL left in its data folder, once its last child has ended.
 * PostgreSQL does so itself, but takes a zombie, or another program that got the number, for a running server.
 * The file of a server that does run is left, so that the next one refuses. Throws when children stay.
 */
export async function dropStalePidFile(dataFolder: string): Promise<void> {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return
  const lines = readFileSync(file, 'utf8').split('\n')
  if (isPostgres(Number(lines[0]))) return
  const memory = lines[6]?.trim().split(/\s+/)[1]
  const free = await until(SECONDS_FOR_CHILDREN, () => (attached(memory) === 0 ? true : undefined))
  if (!free) throw new Error(`processes of a killed PostgreSQL still work on ${dataFolder}`)
  rmSync(file)
}

function isPostgres(pid: number): boolean {
  return identify(pid) !== undefined && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
}

/** How many processes hold the shared memory that a server noted; its children hold it as long as they live. */
function attached(memory: string | undefined): number {
  const rows = readFileSync('/proc/sysvipc/shm', 'utf8').split('\n')
  const row = rows.map((line) => line.trim().split(/\s+/)).find((fields) => fields[1] === memory)
  return Number(row?.[6] ?? 0)
}
