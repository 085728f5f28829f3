import type { SignupState } from '../domain/signup-states.ts'
import type { Store } from '../store/index.ts'
import { promptId } from '../store/prompts.ts'
import type { Signup } from '../store/signups.ts'
import { payPlace } from './pay-place.ts'

/**
 * Gives back what a row held before its cancelling step number `at`: a place, an offer or a place in the waiting list,
 * and says which it was. Harmless when repeated.
 */
export async function giveBack(
  store: Store,
  row: Signup,
  { at, now }: { at: number; now: Date },
): Promise<SignupState> {
  const [before, step] = [row.steps[at - 1], row.steps[at]]
  const from = before?.state ?? 'confirmed'
  await Promise.all([
    row.owesPlace === step?.key && payPlace(store, row),
    from === 'confirmed' && store.prompts.close(row.activity, row.person),
  ])
  if (from === 'waiting' && before)
    await store.activities.leaveWaiting(row.activity, { person: row.person, key: before.key })
  if (step?.hold) {
    const token = step.hold
    await store.activities.settleOffer(row.activity, token, { outcome: 'declined', at: now })
    await store.prompts.answer({ _id: promptId('offer', row.activity, row.person), token }, step.key, 'no')
  }
  return from
}
