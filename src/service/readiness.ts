import type { Redis } from 'ioredis'
import type { Connection } from 'mongoose'

/** Whether the two databases answer, asked anew each time. */
export function readinessOf({ connection, producer }: { connection: Connection; producer: Redis }) {
  const answers = (asked: Promise<unknown> | undefined) =>
    asked?.then(
      () => true,
      () => false,
    ) ?? false
  return async () => ({
    mongodb: await answers(connection.db?.command({ ping: 1 })),
    redis: await answers(producer.ping()),
  })
}
