import { randomUUID } from 'node:crypto'
import { drain, type LetterHandler, WaitFor } from './drain.ts'
import { createHands } from './hands.ts'
import { holdMs, type Mailboxes } from './mailbox.ts'
import type { Precedence } from './precedence.ts'
import type { MailWorker } from './work.ts'

/** A set of mailboxes. Whoever posts letters also wakes the boxes that were empty. */
export type MailQueue = { mailboxes: Mailboxes; wake: (boxes: readonly string[]) => Promise<void> }

/** What a drain job says: look into these boxes. One that comes back names what its box was `kept` as. */
export type DrainCall = { boxes: string[]; kept?: string; tries?: number }

/** Hands jobs to the queue, to be run after `delayMs`. */
export type Ring = (calls: readonly DrainCall[], delayMs?: number) => Promise<void>

/**
 * Boxes that one job wakes. A job costs more than the letter it is for, so that those who write at the same moment
 * share one; and few enough that other processes get their part.
 */
const boxesPerJob = 16
const backoff = { firstMs: 200, maxMs: 5_000 }

/** How a set of mailboxes is emptied in this process. */
export type Drainer = {
  /** What a job does: looks into its boxes. */
  run: (call: DrainCall) => Promise<void>
  /** Begins with a box at once, without a job, if a hand is free. */
  begin: (box: string) => boolean
  /** Resolves when nothing is under way that was begun without a job. */
  idle: () => Promise<void>
}

/** A mail queue whose boxes are emptied here, when somebody does that here and has a hand free, else by a job. */
export function createMailQueue(
  mailboxes: Mailboxes,
  ring: Ring,
  here: () => Drainer | undefined,
): MailQueue {
  return {
    mailboxes,
    async wake(boxes) {
      const drainer = here()
      const left = drainer ? boxes.filter((box) => !drainer.begin(box)) : boxes
      const calls: DrainCall[] = []
      for (let n = 0; n < left.length; n += boxesPerJob) calls.push({ boxes: left.slice(n, n + boxesPerJob) })
      if (calls.length > 0) await ring(calls)
    },
  }
}

/** Empties a set of mailboxes, several boxes at once, each in order. `report` is told how it goes. */
export function createDrainer<Deps>(
  { mailboxes, wake }: MailQueue,
  mailWorker: MailWorker<Deps>,
  options: {
    deps: Deps
    ring: Ring
    precedence: Precedence
    stopping: () => boolean
    report: (failure?: unknown) => void
  },
): Drainer {
  const { deps, ring, precedence, stopping, report } = options
  const hands = createHands(mailWorker.concurrency)
  const begun = new Set<Promise<void>>()

  const empty = async (box: string, { kept, tries: earlier = 0 }: Omit<DrainCall, 'boxes'> = {}) => {
    // New each time: a job that is run again by mistake finds the box taken by its own first run.
    const holder = randomUUID()
    let tries = earlier
    const handler: LetterHandler = {
      tries: mailWorker.tries,
      async handle(payload) {
        const work = () => mailWorker.handle(payload, deps, box)
        if (mailWorker.yields) await precedence.giveWay().then(work)
        else await precedence.first(work)
        tries = 0
      },
      bury: (payload, error) => mailWorker.bury(payload, error, deps),
    }
    try {
      if (!(await drain({ box, holder, kept }, mailboxes, handler, stopping))) await wake([box])
      report()
    } catch (error) {
      const waits = error instanceof WaitFor
      if (!waits) report(error)
      const ms = waits ? error.ms : Math.min(backoff.firstMs * 2 ** Math.min(tries, 16), backoff.maxMs)
      await ring([{ boxes: [box], kept: holder, tries: waits ? tries : tries + 1 }], ms)
      // Kept for the job that comes back, so that nobody else tries meanwhile what cannot be done yet.
      await mailboxes.hold(box, holder, ms + holdMs)
    }
  }

  return {
    async run({ boxes, ...call }) {
      const ends = await Promise.allSettled(boxes.map((box) => hands.use(() => empty(box, call))))
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    },
    begin(box) {
      if (stopping() || !hands.free) return false
      // Should Redis be away, the sweeper wakes the box.
      const work = hands.use(() => empty(box)).catch(report)
      begun.add(work)
      void work.then(() => begun.delete(work))
      return true
    },
    async idle() {
      await Promise.all(begun)
    },
  }
}
