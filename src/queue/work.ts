import type { Job, Worker } from './job.ts'

/** Work that comes in ordered mailboxes: one letter at a time per box. */
export type MailWorker<Deps> = {
  /** Name of the set of mailboxes. */
  mail: string
  /** Boxes at once in one process. */
  concurrency: number
  /** Failures by its own fault before a letter is buried. */
  tries: number
  /** Gives way to all other mail in this process: nobody waits for it. */
  yields?: boolean
  handle: (payload: string, deps: Deps, box: string) => Promise<void>
  bury: (payload: string, error: Error, deps: Deps) => Promise<void>
}

/** Work that is looked for again and again by every process; it must be safe when many do. */
export type Ticker<Deps> = { name: string; everyMs: number; run: (deps: Deps) => Promise<void> }

/** A worker whose payload type is hidden, so that workers of different jobs share a list. */
export type AnyWorker<Deps> = { job: Job<unknown>; run: (payload: unknown, deps: Deps) => Promise<void> }

/** Hides the payload type; the payload is parsed by the job's schema before `run` sees it. */
export function defineWorker<Payload, Deps>(worker: Worker<Payload, Deps>): AnyWorker<Deps> {
  return { job: worker.job, run: (payload, deps) => worker.run(worker.job.payload.parse(payload), deps) }
}
