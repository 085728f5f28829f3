import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { createSeal } from '../../src/seal.ts'
import { connectStore } from '../../src/store/connection.ts'
import { openStore } from '../../src/store/index.ts'
import { type Child, forkChild } from './child.ts'
import { standardClient } from './standard-client.ts'
import { startReceiver } from './standard-receiver.ts'

/** Databases, a gateway and services in processes of their own, to be killed. */
export async function crashWorld(
  given: { mongodbUri?: string; redisUrl?: string; env?: Record<string, string> } = {},
) {
  const id = randomBytes(6).toString('hex')
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const dataKey = randomBytes(32)
  const receiver = await startReceiver({ secret, now: Date.now })
  const env = {
    PORT: '0',
    MONGODB_URI: given.mongodbUri ?? inject('mongodbUri'),
    MONGODB_DATABASE: `crash_${id}`,
    REDIS_URL: given.redisUrl ?? inject('redisUrl'),
    REDIS_PREFIX: `crash-${id}`,
    DATA_KEY: dataKey.toString('base64'),
    ADMIN_CLAIM_CODE: 'a-claim-code-for-tests',
    STANDARD_WEBHOOK_SECRET: secret,
    STANDARD_WEBHOOK_URL: receiver.url,
    // Crashes happen by the real clock, at night as well.
    ORG_RULES: JSON.stringify({ quietFrom: '00:00', quietUntil: '00:00' }),
    LOG_LEVEL: 'silent',
    ...given.env,
  }
  const connection = await connectStore({ uri: env.MONGODB_URI, database: env.MONGODB_DATABASE, poolSize: 5 })
  const children: { kill: () => Promise<unknown> }[] = []
  const launch = (more: Record<string, string>) => {
    const child = forkChild({ ...env, ...more })
    children.push(child)
    return child
  }
  return {
    env,
    secret,
    receiver,
    connection,
    store: openStore(connection, createSeal(dataKey)),
    /** Starts a service and waits until it listens. */
    async service(more: Record<string, string> = {}): Promise<Child> {
      const child = launch(more)
      return { ...child, url: await child.listening() }
    },
    /** Starts a service that dies by itself, and gives how. */
    dies: (more: Record<string, string>) => launch(more).exited,
    client: (url: string) => standardClient({ url: `${url}/webhooks/standard`, secret, now: Date.now }),
    async end() {
      await Promise.all(children.map((child) => child.kill()))
      await connection.db?.dropDatabase().catch(() => undefined)
      await connection.close()
      await receiver.stop()
    },
  }
}

export type CrashWorld = Awaited<ReturnType<typeof crashWorld>>
