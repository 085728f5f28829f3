import type { Connection } from 'mongoose'
import type { Redis } from 'ioredis'
import type { MailQueue } from '../queue/mail.ts'
import type { Runner } from '../queue/runner.ts'
import type { Delivery } from './delivery.ts'

/** How a service is, now. Times are in milliseconds; one that is missing was not answered. */
export type Vitals = {
  /** What people said and nobody has handled: senders that wait, and how long the first of them has. */
  incoming: { boxes: number; oldestMs: number }
  /** Queue jobs that wait for their next try, and jobs given up. */
  jobs: { delayed: number; failed: number }
  /** Every platform account that is on; `paused` by the platform's own word. */
  accounts: { platform: string; paused: boolean }[]
  mongodbMs: number | undefined
  redisMs: number | undefined
}

/** What the vitals are taken of. */
export type VitalsOf = {
  connection: Connection
  redis: Redis
  runner: Pick<Runner, 'queues'>
  mail: MailQueue
  deliveries: readonly Delivery[]
}

/** Takes them when asked; what does not answer is left out and hides nothing else. */
export function createVitals({
  connection,
  redis,
  runner,
  mail,
  deliveries,
}: VitalsOf): () => Promise<Vitals> {
  return async () => {
    const [mongodbMs, redisMs, depth, accounts, ...counts] = await Promise.all([
      timed(connection.db?.command({ ping: 1 })),
      timed(redis.ping()),
      mail.mailboxes.depth(),
      Promise.all(
        deliveries.map(async ({ platform, rests }) => ({ platform: platform.name, paused: await rests() })),
      ),
      ...runner.queues.map((queue) => queue.getJobCounts('delayed', 'failed')),
    ])
    const sum = (state: 'delayed' | 'failed') => counts.reduce((total, one) => total + (one[state] ?? 0), 0)
    return {
      incoming: {
        boxes: depth.boxes,
        // Mailboxes are noted by the real clock.
        oldestMs: depth.oldest === undefined ? 0 : Math.max(0, Date.now() - depth.oldest),
      },
      jobs: { delayed: sum('delayed'), failed: sum('failed') },
      accounts,
      mongodbMs,
      redisMs,
    }
  }
}

async function timed(answer: Promise<unknown> | undefined): Promise<number | undefined> {
  const start = performance.now()
  const answered = await answer?.then(
    () => true,
    () => false,
  )
  return answered ? Math.round(performance.now() - start) : undefined
}
