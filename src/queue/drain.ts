import { asAppError } from '../errors.ts'
import { holdMs, type Mailboxes } from './mailbox.ts'

/** Thrown by a letter handler that must wait and knows how long (milliseconds): a job in Redis comes back to the box then. */
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

/** Letters of one box that are dealt with before others get their turn. */
const turn = 100

/** How often a box is kept for longer while it is being emptied, in milliseconds. */
const renewMs = holdMs / 3

/**
 * Empties one mailbox, letter by letter, in order, and holds it meanwhile. Returns true when the box is empty or
 * another one has it, false when it should be woken again (its turn is over, or the process is stopping); it is let go
 * then. Throws WaitFor or an AppError when the letter at its head has to be tried later; it is still held then.
 */
export async function drain(
  { box, holder, kept }: { box: string; holder: string; kept?: string | undefined },
  mailboxes: Mailboxes,
  handler: LetterHandler,
  stopping: () => boolean,
): Promise<boolean> {
  const renewal = setInterval(() => void mailboxes.hold(box, holder, holdMs).catch(asAppError), renewMs)
  try {
    let head = await mailboxes.first(box, holder, kept)
    for (let n = 0; head !== undefined; n++) {
      if (stopping() || n >= turn) {
        await mailboxes.hold(box, holder, 0)
        return false
      }
      await deal(head, mailboxes, handler)
      head = await mailboxes.next(box, holder)
    }
    return true
  } finally {
    clearInterval(renewal)
  }
}

async function deal(letter: string, mailboxes: Mailboxes, handler: LetterHandler): Promise<void> {
  try {
    await handler.handle(letter)
  } catch (error) {
    if (error instanceof WaitFor) throw error
    const reason = asAppError(error)
    if (reason.retryable) throw reason
    if ((await mailboxes.failed(letter)) < handler.tries) throw reason
    await handler.bury(letter, reason)
  }
}
