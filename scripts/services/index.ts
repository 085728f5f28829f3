import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cacheFolder } from './cache.ts'
import { choose } from './choose.ts'
import type { Context } from './context.ts'
import { isAlive, ownIdentity } from './identity.ts'
import { stoppable } from './interrupt.ts'
import { clearAbandoned, stopRun } from './leftovers.ts'
import { withLock } from './lock.ts'
import { thisMachine } from './machine.ts'
import { mongodbWays } from './mongodb.ts'
import { readRun, writeRun, type Run } from './records.ts'
import { redisWays } from './redis.ts'
import type { Say } from './step.ts'

/** Where the two servers are, which ways were taken, and how to stop what was started. */
export type Services = {
  /** Without a database name: `mongodb://127.0.0.1:41234/`, or `MONGODB_URI` as it is. */
  mongodbUri: string
  redisUrl: string
  chosen: { mongodb: string; redis: string }
  /** Stops every server this call started, and no other. */
  stop: () => Promise<void>
}

/** How to start; `durable: false` marks temporary data, whose servers do not wait for the disk. */
export type ServicesOptions = {
  dataDir: string
  env: Record<string, string | undefined>
  say: Say
  durable?: boolean
}

/**
 * Starts (or connects to) a MongoDB-protocol server and a Redis; prints each step with its time through `say`.
 * What a killed command left in the data folder is stopped first. While another command runs on the same data
 * folder, its servers are shared and stay up. Throws an error that names all ways when none works.
 */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { env, say, durable = true } = options
  const dataDir = resolve(options.dataDir)
  const cache = cacheFolder(env)
  mkdirSync(dataDir, { recursive: true })
  await clearAbandoned(cache, say)
  return withLock(join(dataDir, 'services.lock'), say, async () => {
    const earlier = readRun(dataDir)
    if (earlier !== undefined && isAlive(earlier.owner)) return share(earlier, env, say)
    if (earlier !== undefined) await stopRun(cache, earlier)
    const run: Run = { dataDir, temporary: !durable, owner: ownIdentity(), servers: [] }
    writeRun(cache, run)
    return stoppable(cache, run, (interrupted) =>
      start({ machine: thisMachine(env), dataDir, cache, durable, say, run, interrupted }),
    )
  })
}

async function start(context: Context): Promise<Services> {
  const { say, run, cache, interrupted } = context
  const began = performance.now()
  const stop = () => stopRun(cache, run)
  const [mongodb, redis] = await Promise.allSettled([
    choose({
      service: 'MongoDB',
      docker: 'docker compose up -d mongo, then set MONGODB_URI=mongodb://127.0.0.1:27017/',
      ways: mongodbWays(context),
      say,
      interrupted,
    }),
    choose({
      service: 'Redis',
      docker: 'docker compose up -d redis, then set REDIS_URL=redis://127.0.0.1:6379',
      ways: redisWays(context),
      say,
      interrupted,
    }),
  ])
  if (mongodb.status === 'rejected' || redis.status === 'rejected') {
    await stop()
    const failed = [mongodb, redis].flatMap((one): unknown[] =>
      one.status === 'rejected' ? [one.reason] : [],
    )
    throw new Error(failed.map((reason) => (reason instanceof Error ? reason.message : reason)).join('\n'))
  }
  run.mongodbUri = mongodb.value.url
  run.redisUrl = redis.value.url
  writeRun(cache, run)
  say(`services are up after ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const chosen = { mongodb: mongodb.value.name, redis: redis.value.name }
  return { mongodbUri: run.mongodbUri, redisUrl: run.redisUrl, chosen, stop }
}

function share(run: Run, env: ServicesOptions['env'], say: Say): Services {
  const mongodbUri = env['MONGODB_URI'] || run.mongodbUri
  const redisUrl = env['REDIS_URL'] || run.redisUrl
  if (!mongodbUri || !redisUrl)
    throw new Error(`process ${run.owner.pid} uses ${run.dataDir}; end that first`)
  const name = `those of process ${run.owner.pid}, which runs on the same data`
  say(`services: ${name}`)
  return { mongodbUri, redisUrl, chosen: { mongodb: name, redis: name }, stop: async () => undefined }
}
