import type { z } from 'zod'

/** How a job is run: waits in milliseconds. */
export type JobPolicy = {
  /** Jobs of this kind at once in one process. */
  concurrency: number
  /** Tries before it goes to the dead letters. */
  attempts: number
  /** First wait between tries; doubles up to `maxBackoffMs`. */
  backoffMs: number
  maxBackoffMs: number
}

/** *What* a job is: its name, payload and policy. Anyone may import it to enqueue one. */
export type Job<Payload> = { name: string; payload: z.ZodType<Payload>; policy: JobPolicy }

/** Fixes the payload's type; a job is plain data. */
export function defineJob<Payload>(job: Job<Payload>): Job<Payload> {
  return job
}

/**
 * Hands a job to Redis. `id` makes it one: while a job with this id waits or runs, the same is not added again
 * (one that runs is run once more afterwards). Throws AppError `unavailable` when Redis does not take it in time.
 */
export type Enqueue = <Payload>(
  job: Job<Payload>,
  payload: Payload,
  options?: { id?: string },
) => Promise<void>

/** *How* a job is done: the other half, loaded only by the process that runs it. */
export type Worker<Payload, Deps> = {
  job: Job<Payload>
  run: (payload: Payload, deps: Deps) => Promise<void>
}
