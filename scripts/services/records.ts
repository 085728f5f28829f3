import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Server } from './server.ts'

const identity = { pid: z.number().int().positive(), started: z.string() }
const runSchema = z.object({
  dataDir: z.string(),
  temporary: z.boolean(),
  owner: z.object(identity),
  servers: z.array(z.object({ ...identity, name: z.string(), signal: z.enum(['SIGTERM', 'SIGINT']) })),
  mongodbUri: z.string().optional(),
  redisUrl: z.string().optional(),
})

/** Renamed when the meaning of a record changes: clones of several ages share the cache folder. */
const FOLDER = 'running-2'

/** What one command started for one data folder, kept on disk so that it is found again after a kill. */
export type Run = Omit<z.infer<typeof runSchema>, 'servers'> & { servers: Server[] }

/** The run noted in a data folder, if any. */
export function readRun(dataDir: string): Run | undefined {
  return read(join(dataDir, 'services.json'))
}

/** Every run noted in the cache folder, whatever its data folder. */
export function listRuns(cache: string): Run[] {
  const folder = join(cache, FOLDER)
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder).flatMap((name) => read(join(folder, name)) ?? [])
}

/** Notes a run in its data folder and in the cache folder. */
export function writeRun(cache: string, run: Run): void {
  mkdirSync(join(cache, FOLDER), { recursive: true })
  const text = JSON.stringify(run)
  for (const file of files(cache, run.dataDir)) {
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
  }
}

/** Forgets a run whose servers are stopped. */
export function eraseRun(cache: string, dataDir: string): void {
  for (const file of files(cache, dataDir)) rmSync(file, { force: true })
}

function files(cache: string, dataDir: string): string[] {
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return [join(dataDir, 'services.json'), join(cache, FOLDER, `${key}.json`)]
}

function read(file: string): Run | undefined {
  try {
    return runSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // No file, or one cut off by a crash: then nothing is known and nothing is touched.
    return undefined
  }
}
