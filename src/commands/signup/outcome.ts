import type { Closed } from '../../domain/signup-gates.ts'
import type { SignupState } from '../../domain/signup-states.ts'
import type { Activity } from '../../store/activity.ts'
import type { SignupStep } from '../../store/signups.ts'

/** What became of one person's wish to serve at one activity. `position` is the place in the waiting list, from 1. */
export type SignupOutcome =
  | { kind: 'confirmed'; activity: Activity }
  | { kind: 'waiting'; activity: Activity; position: number }
  | { kind: 'already'; activity: Activity; state: SignupState; position?: number }
  | { kind: 'closed'; activity: Activity; closed: Closed }
  | { kind: 'unknown'; code: string }

/** What the step of an earlier run says happened. */
export function outcomeOf(step: SignupStep, activity: Activity): SignupOutcome {
  if (step.state === 'confirmed') return { kind: 'confirmed', activity }
  if (step.state === 'waiting') return { kind: 'waiting', activity, position: step.position ?? 1 }
  if (step.collides) return { kind: 'closed', activity, closed: { gate: 'collides', code: step.collides } }
  return { kind: 'already', activity, state: step.state }
}
