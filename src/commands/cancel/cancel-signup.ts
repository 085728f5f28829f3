import { AppError } from '../../errors.ts'
import type { SignupState } from '../../domain/signup-states.ts'
import type { Activity } from '../../store/activity.ts'
import type { Signup, SignupStep } from '../../store/signups.ts'
import type { Context } from '../command.ts'
import { giveBack } from '../give-back.ts'

/** What became of a cancellation. `from` is what the person had: a place, an offer or a place in the waiting list. */
export type CancelOutcome =
  | { kind: 'cancelled'; activity: Activity; from: SignupState; late: boolean }
  | { kind: 'too_late' | 'not_signed_up'; activity: Activity }
  | { kind: 'unknown'; code: string }

const cancellable: readonly SignupState[] = ['confirmed', 'offered', 'waiting']
/** The row may change under us this often before the message is better tried again from the start. */
const triesAtMost = 5

/**
 * Cancels a person's sign-up: the row first, then whatever it held. The free place is offered to the next by the
 * sweeper. A rerun of the same message finishes what the first run began and comes to the same end.
 */
export async function cancelSignup(
  wish: {
    code: string
    person: string
    by: string
    key: string
    reason: string | undefined
    /** Hours before the start from which it counts as late, when not the organisation's. */
    lateFrom?: number
  },
  context: Context,
): Promise<CancelOutcome> {
  const { store, now } = context
  const { code, person, by, key } = wish
  const activity = await context.activity(code)
  if (!activity) return { kind: 'unknown', code }
  for (let tries = 0; tries < triesAtMost; tries++) {
    const row = await store.signups.find(code, person)
    const done = row?.steps.findIndex((step) => step.key === key && step.state === 'cancelled') ?? -1
    if (row && done >= 0) return finish(row, done, { activity, context })
    if (!row || !cancellable.includes(row.state)) {
      const came = row && ['arrived', 'completed', 'no_show'].includes(row.state)
      return { kind: came ? 'too_late' : 'not_signed_up', activity }
    }
    if (activity.end <= now) return { kind: 'too_late', activity }
    const late =
      row.state === 'confirmed' &&
      now.getTime() > activity.start.getTime() - (wish.lateFrom ?? context.rules.lateHours) * 3600_000
    const moved = await store.signups.move(row, {
      from: [row.state],
      expect: row.key,
      to: 'cancelled',
      step: {
        key,
        at: now,
        by,
        ...(row.state === 'offered' && { hold: row.key }),
        ...(late && { late }),
        ...(wish.reason && { reason: store.seal.seal(wish.reason) }),
      },
      owesPlace: row.state === 'confirmed',
    })
    if (!moved) continue
    const after: SignupStep = {
      state: 'cancelled',
      key,
      at: now,
      by,
      late,
      ...(row.state === 'offered' && { hold: row.key }),
    }
    return finish(
      {
        ...row,
        state: 'cancelled',
        key,
        at: now,
        steps: [...row.steps, after],
        ...(row.state === 'confirmed' && { owesPlace: key }),
      },
      row.steps.length,
      { activity, context },
    )
  }
  throw new AppError('conflict', `the sign-up of ${person} at ${code} keeps changing`)
}

/** Gives back what the row held before its step number `at`. Harmless when repeated. */
async function finish(
  row: Signup,
  at: number,
  { activity, context }: { activity: Activity; context: Context },
): Promise<CancelOutcome> {
  const from = await giveBack(context.store, row, { at, now: context.now })
  return { kind: 'cancelled', activity, from, late: row.steps[at]?.late ?? false }
}
