import type { SignupState } from './signup-states.ts'

/** What keeps somebody from checking in, in the order in which it is said. */
export type CheckinGate =
  'cancelled' | 'too_early' | 'over' | 'already' | 'no_place' | 'not_signed_up' | 'no_code' | 'wrong_code'

/**
 * The first gate that is closed to somebody who says they have come; `undefined` when all are open. Check-in is open
 * from some minutes before the start (a rule of the organisation's) until the end, for those with a confirmed place. `code` is what the activity wants
 * to hear, if anything. Times in milliseconds.
 */
export function checkinGate(facts: {
  now: number
  /** From when on one can check in. */
  opens: number
  end: number
  cancelled: boolean
  state: SignupState | undefined
  code: string | undefined
  said: string | undefined
}): CheckinGate | undefined {
  const { now, opens, end, state, code, said } = facts
  if (facts.cancelled) return 'cancelled'
  if (state === 'arrived' || state === 'completed') return 'already'
  if (now < opens) return 'too_early'
  if (now >= end) return 'over'
  if (state === 'waiting' || state === 'offered') return 'no_place'
  if (state !== 'confirmed') return 'not_signed_up'
  if (code === undefined) return undefined
  if (said === undefined) return 'no_code'
  return said === code ? undefined : 'wrong_code'
}
