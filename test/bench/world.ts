import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connectStore } from '../../src/store/connection.ts'

/** From midnight to midnight nobody is left alone. */
export const noQuietHours = { quietFrom: '00:00', quietUntil: '00:00' }

/** Settings of a service with a database and prefix of its own, and the gateway it answers to. */
export async function benchWorld(servers: { mongodbUri: string; redisUrl: string }) {
  const id = randomBytes(6).toString('hex')
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const arrived = new Map<string, number>()
  const called: number[] = []
  const gateway = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { data } = JSON.parse(Buffer.concat(chunks).toString()) as { data: { in_reply_to?: string } }
      if (data.in_reply_to === undefined) called.push(performance.now())
      else arrived.set(data.in_reply_to, performance.now())
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const env = {
    PORT: '0',
    MONGODB_URI: servers.mongodbUri,
    MONGODB_DATABASE: `bench_${id}`,
    REDIS_URL: servers.redisUrl,
    REDIS_PREFIX: `bench-${id}`,
    DATA_KEY: randomBytes(32).toString('base64'),
    ADMIN_CLAIM_CODE: 'a-claim-code-for-the-bench',
    STANDARD_WEBHOOK_SECRET: secret,
    STANDARD_WEBHOOK_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`,
    ORG_RULES: JSON.stringify(noQuietHours),
    LOG_LEVEL: 'error',
    // Benches fill the queues on purpose.
    SENDER_QUEUE_LIMIT: '1000000',
    QUEUE_LIMIT: '1000000',
    QUEUE_AGE_LIMIT: '100000',
  }
  const connection = await connectStore({ uri: servers.mongodbUri, database: env.MONGODB_DATABASE })
  return {
    env,
    secret,
    connection,
    /** When the answer to a message arrived, by the message's id. */
    arrived,
    /** When each message arrived that answers nobody, such as those of a broadcast, in order. */
    called,
    async end() {
      await connection.db?.dropDatabase()
      await connection.close()
      gateway.closeAllConnections()
      gateway.close()
    },
  }
}

export type BenchWorld = Awaited<ReturnType<typeof benchWorld>>
