import { statesBefore } from '../../domain/signup-states.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Store } from '../../store/index.ts'

/** A line in the ledger completes the sign-up it is for, once. */
export const completeSignup = (
  { activity, person, key, by }: Pick<HoursEntry, 'activity' | 'person' | 'key' | 'by'>,
  { store, now }: { store: Store; now: Date },
): Promise<boolean> =>
  store.signups.move(
    { activity, person },
    { from: statesBefore('complete'), to: 'completed', step: { key, at: now, by } },
  )
