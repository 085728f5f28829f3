import { asAppError } from '../errors.ts'
import type { Mailboxes } from './mailbox.ts'

/** Thrown by a letter handler that must wait and knows how long (milliseconds): the drain job sleeps in Redis. */
export class WaitFor extends Error {
  readonly ms: number
  constructor(ms: number) {
    super('waits for its time')
    this.name = 'WaitFor'
    this.ms = Math.max(ms, 1)
  }
}

/** How letters are dealt with: what to do with one, and what to do with one that cannot be dealt with. */
export type LetterHandler = {
  /** Deals with one letter. A retryable AppError keeps it first in its box; any other error counts as its own fault. */
  handle: (payload: string) => Promise<void>
  /** Called once a letter has failed `tries` times by itself, before it is taken out. */
  bury: (payload: string, error: Error) => Promise<void>
  tries: number
}

/** Letters one drain job deals with before others get their turn. */
const turn = 100

/**
 * Empties one mailbox, letter by letter, in order. Returns true when the box is empty, false when it should be woken
 * again (its turn is over, or the process is stopping). Throws WaitFor or an AppError when the letter at its head has to be tried later.
 */
export async function drain(
  box: string,
  mailboxes: Mailboxes,
  handler: LetterHandler,
  stopping: () => boolean,
): Promise<boolean> {
  let head = await mailboxes.next(box)
  for (let n = 0; head !== undefined; n++) {
    if (stopping() || n >= turn) return false
    try {
      await handler.handle(head)
    } catch (error) {
      if (error instanceof WaitFor) throw error
      const reason = asAppError(error)
      if (reason.retryable) throw reason
      if ((await mailboxes.failed(head)) < handler.tries) throw reason
      await handler.bury(head, reason)
    }
    head = await mailboxes.next(box, head)
  }
  return true
}
