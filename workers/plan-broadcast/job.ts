import { z } from 'zod'
import { defineJob } from '../../src/queue/job.ts'

/** Writes the outbox rows of a broadcast, `B7`. Done again, it goes on where it stopped. */
export const planBroadcast = defineJob({
  name: 'plan-broadcast',
  payload: z.object({ code: z.string() }),
  policy: { concurrency: 2, attempts: 20, backoffMs: 500, maxBackoffMs: 30_000 },
})
