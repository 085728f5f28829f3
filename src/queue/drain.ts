import { asAppError } from '../errors.ts'
import type { Mailboxes } from './mailbox.ts'

/** Thrown by a letter handler that must wait for a moment it knows: the drain job sleeps until then, in Redis. */
export class WaitUntil extends Error {
  readonly at: number
  constructor(at: number) {
    super('waits for its time')
    this.name = 'WaitUntil'
    this.at = at
  }
}

/** How letters are dealt with: what to do with one, and what to do with one that cannot be dealt with. */
export type LetterHandler = {
  /** Deals with one letter. A retryable AppError keeps it first in its box; any other error counts as its own fault. */
  handle: (payload: string, box: string) => Promise<void>
  /** Called once a letter has failed `tries` times by itself, before it is taken out. */
  bury: (payload: string, error: Error) => Promise<void>
  tries: number
}

/** Letters one drain job deals with before others get their turn. */
const turn = 100

/**
 * Empties one mailbox, letter by letter, in order. Returns true when the box is empty, false when it should be woken
 * again (its turn is over, or the process is stopping). Throws WaitUntil or an AppError when the letter at its head has to be tried later.
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
      await handler.handle(head, box)
    } catch (error) {
      if (error instanceof WaitUntil) throw error
      const reason = asAppError(error)
      if (reason.retryable) throw reason
      if ((await mailboxes.failed(head)) < handler.tries) throw reason
      await handler.bury(head, reason)
    }
    head = await mailboxes.next(box, head)
  }
  return true
}
