import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './identity.ts'
import type { Machine } from './machine.ts'
import { writeRun, type Run } from './records.ts'
import { lastWords, launch, stopServer, type ServerPlan } from './server.ts'
import type { Say } from './step.ts'
import { until } from './until.ts'

/** What every provider works with. */
export type Context = {
  machine: Machine
  dataDir: string
  cache: string
  /** False for data that may be lost, as in tests: the servers then skip waiting for the disk. */
  durable: boolean
  say: Say
  /** Aborted by Ctrl-C while the servers are being started: then nothing more is launched. */
  interrupted: AbortSignal
  /** What is started so far; `startServer` adds to it and notes it on disk at once. */
  run: Run
}

const SECONDS_TO_START = 60

/**
 * Starts a server, notes it, and waits for `ready` to give a value. A server that ends or stays silent for a
 * minute is stopped and forgotten, and its last words are thrown.
 */
export async function startServer<T>(
  context: Context,
  plan: Omit<ServerPlan, 'logFile'>,
  ready: (logFile: string) => Promise<T | undefined>,
): Promise<T> {
  context.interrupted.throwIfAborted()
  const logFile = join(context.dataDir, `${plan.name}.log`)
  rmSync(logFile, { force: true })
  const server = launch({ ...plan, logFile })
  context.run.servers.push(server)
  writeRun(context.cache, context.run)
  const answer = await until<{ value?: T }>(SECONDS_TO_START, async () => {
    if (!isAlive(server)) return {}
    const value = await ready(logFile)
    return value === undefined ? undefined : { value }
  })
  if (answer?.value !== undefined) return answer.value
  await stopServer(server)
  context.run.servers = context.run.servers.filter((other) => other !== server)
  writeRun(context.cache, context.run)
  throw new Error(`${plan.name} ${answer ? 'ended at once' : 'gave no sign of life'}${lastWords(logFile)}`)
}
