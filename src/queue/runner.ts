import { createHash } from 'node:crypto'
import { type Job as BullJob, Queue, Worker as BullWorker } from 'bullmq'
import type { Redis } from 'ioredis'
import { AppError, asAppError } from '../errors.ts'
import { type Log, outageLog } from '../log.ts'
import type { Enqueue } from './job.ts'
import {
  createDrainer,
  createMailQueue,
  type DrainCall,
  type Drainer,
  type MailQueue,
  type Ring,
} from './mail.ts'
import { createMailboxes } from './mailbox.ts'
import { createPrecedence } from './precedence.ts'
import type { AnyWorker, MailWorker } from './work.ts'

/** Locks are short, so that a killed process holds up its senders for seconds only. */
const locks = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000_000 }
const forEver = 1_000_000_000
/** Of drain jobs, which fail only while Redis itself is away. */
const drainBackoff = { firstMs: 200, maxMs: 5_000 }

/** Longest time mail that yields gives way to other mail, in milliseconds. */
const longestWayMs = 100

/** Keeps a job that cannot be done; what throws is tried again. */
export type Bury = (dead: { queue: string; key: string; reason: string; payload: string }) => Promise<void>

const jobId = (id: string): string => createHash('sha256').update(id).digest('base64url')

/**
 * The only place where work meets BullMQ. `producer` fails fast; `waiting` makes a connection for each worker.
 * Queues are made on first use; `stop` takes no more work, lets what runs finish, and closes everything.
 */
export function createRunner(options: { producer: Redis; waiting: () => Redis; prefix: string; log: Log }) {
  const { producer, log } = options
  const prefix = `{${options.prefix}}`
  const queues = new Map<string, Queue>()
  const workers: { worker: BullWorker; connection: Redis }[] = []
  const drainers = new Map<string, Drainer>()
  const precedence = createPrecedence(longestWayMs)
  const outage = outageLog(log, 'a database or queue')
  let stopping = false

  const queue = (name: string): Queue => {
    const known = queues.get(name)
    if (known) return known
    const made = new Queue(name, { connection: producer, prefix, skipWaitingForReady: true })
    made.on('error', () => undefined)
    queues.set(name, made)
    return made
  }

  /** One line for an outage, one for each mistake of ours; without a failure all is well again. */
  const report = (name: string, failure?: unknown): AppError | undefined => {
    if (failure === undefined) {
      outage.up()
      return undefined
    }
    const reason = asAppError(failure)
    if (reason.code === 'unavailable') outage.down(reason)
    else
      log.error(
        { queue: name, code: reason.code, reason: reason.message, err: reason.cause ?? reason },
        'a job failed',
      )
    return reason
  }

  const ring =
    (name: string): Ring =>
    async (calls, delayMs = 0) => {
      await queue(name).addBulk(
        calls.map((data) => ({
          name: 'drain',
          data,
          opts: {
            attempts: forEver,
            backoff: { type: 'custom' },
            removeOnComplete: true,
            ...(delayMs > 0 && { delay: delayMs }),
          },
        })),
      )
    }

  const work = (
    name: string,
    concurrency: number,
    backoff: { firstMs: number; maxMs: number },
    run: (job: BullJob) => Promise<void>,
  ) => {
    const connection = options.waiting()
    const worker = new BullWorker(
      name,
      async (job) => {
        try {
          await run(job)
          outage.up()
        } catch (error) {
          throw report(name, error)
        }
      },
      {
        connection,
        prefix,
        concurrency,
        ...locks,
        // After Redis was away; BullMQ's own default would leave everybody waiting for 15 seconds.
        runRetryDelay: 500,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 1_000 },
        settings: {
          backoffStrategy: (attempts) =>
            Math.min(backoff.firstMs * 2 ** Math.min(attempts - 1, 16), backoff.maxMs),
        },
      },
    )
    worker.on('error', (error) => outage.down(error))
    worker.on('stalled', (id) =>
      log.warn({ queue: name, job: id }, 'a job was left by a process that died; it runs again'),
    )
    workers.push({ worker, connection })
  }

  const enqueue: Enqueue = async (job, payload, { id } = {}) => {
    // Outside: a payload that does not fit is a mistake of ours, and waiting does not mend it.
    const checked = job.payload.parse(payload)
    try {
      await queue(job.name).add(job.name, checked, {
        attempts: job.policy.attempts,
        backoff: { type: 'custom' },
        removeOnComplete: true,
        ...(id && { deduplication: { id: jobId(id), keepLastIfActive: true } }),
      })
    } catch (cause) {
      throw new AppError('unavailable', 'the queue does not answer', { cause })
    }
  }

  return {
    enqueue,
    queue,
    get queues(): Queue[] {
      return [...queues.values()]
    },
    get stopping(): boolean {
      return stopping
    },

    /** Opens a set of mailboxes. */
    mail(name: string): MailQueue {
      const mailboxes = createMailboxes({ redis: producer, prefix: options.prefix, name })
      return createMailQueue(mailboxes, ring(name), () => drainers.get(name))
    },

    /** Starts emptying a set of mailboxes, several boxes at once, each in order. */
    drainMail<Deps>(mail: MailQueue, mailWorker: MailWorker<Deps>, deps: Deps): void {
      const { name } = mail.mailboxes
      const drainer = createDrainer(mail, mailWorker, {
        deps,
        ring: ring(name),
        precedence,
        stopping: () => stopping,
        report: (failure) => void report(name, failure),
      })
      drainers.set(name, drainer)
      work(name, mailWorker.concurrency, drainBackoff, (job) => drainer.run(job.data as DrainCall))
    },

    /**
     * Starts a worker of `workers/`. Its payload is checked again; a job whose payload does not fit, or whose tries are
     * over, is handed to `bury` with its reason.
     */
    run<Deps>({ job, run }: AnyWorker<Deps>, deps: Deps, bury: Bury): void {
      const { concurrency, backoffMs, maxBackoffMs, attempts } = job.policy
      work(job.name, concurrency, { firstMs: backoffMs, maxMs: maxBackoffMs }, async (one) => {
        const { id: key = '', data, attemptsMade } = one
        const payload = job.payload.safeParse(data)
        const dead = (reason: string) => bury({ queue: job.name, key, reason, payload: JSON.stringify(data) })
        if (!payload.success) return dead(payload.error.issues[0]?.message ?? 'the payload does not fit')
        try {
          await run(payload.data, deps)
        } catch (error) {
          if (attemptsMade + 1 < attempts) throw error
          await dead(asAppError(error).message)
        }
      })
    },

    /** Takes no more jobs and waits for those that run. */
    async stop(): Promise<void> {
      stopping = true
      await Promise.all([
        ...workers.map(async ({ worker, connection }) => {
          await worker.close()
          connection.disconnect()
        }),
        ...[...drainers.values()].map((drainer) => drainer.idle()),
      ])
    },
    /** Closes the queues; after everything that enqueues has stopped. */
    async close(): Promise<void> {
      await Promise.all([...queues.values()].map((open) => open.close()))
    },
  }
}

export type Runner = ReturnType<typeof createRunner>
