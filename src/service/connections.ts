import type { Config } from '../config.ts'
import type { Lifecycle } from '../lifecycle.ts'
import type { Log } from '../log.ts'
import { createChannel } from '../queue/channel.ts'
import { checkRedis, connectProducer, connectWaiting } from '../queue/connection.ts'
import { createRunner } from '../queue/runner.ts'
import type { Seal } from '../seal.ts'
import { type AnsweredCommand, connectStore } from '../store/connection.ts'
import { openStore } from '../store/index.ts'

/** Redis: the connections, what is told over them, and the queues. */
export async function connectQueues({
  config,
  log,
  lifecycle,
}: {
  config: Config
  log: Log
  lifecycle: Lifecycle
}) {
  const producer = connectProducer(config.redisUrl)
  await producer.connect()
  lifecycle.started('redis', async () => producer.disconnect())
  await checkRedis(producer, log)
  const subscriber = connectWaiting(config.redisUrl)
  await subscriber.connect()
  lifecycle.started('redis subscriptions', async () => subscriber.disconnect())
  const runner = createRunner({
    producer,
    waiting: () => connectWaiting(config.redisUrl),
    prefix: config.redisPrefix,
    log,
  })
  const channel = (name: string) =>
    createChannel({ producer, subscriber, name: `{${config.redisPrefix}}:${name}` })
  return { producer, runner, nameChanges: channel('names'), live: channel('live') }
}

/** MongoDB: the connection and the collections. `renamed` is told when a name the parser knows may have changed. */
export async function connectDatabase(options: {
  config: Config
  lifecycle: Lifecycle
  seal: Seal
  observe: ((answered: AnsweredCommand) => void) | undefined
  renamed: () => void
}) {
  const { config, lifecycle, seal, observe, renamed } = options
  const connection = await connectStore({ uri: config.mongodbUri, database: config.mongodbDatabase, observe })
  lifecycle.started('mongodb', () => connection.close())
  return { connection, store: openStore(connection, seal, renamed) }
}
