import { statesBefore } from '../domain/signup-states.ts'
import { AppError } from '../errors.ts'
import type { Store } from '../store/index.ts'
import type { Signup, SignupStep } from '../store/signups.ts'
import { payPlace } from './pay-place.ts'

/** The row may change under us this often before the message is better tried again from the start. */
const triesAtMost = 5

/**
 * Writes the row that a place in the activity or its waiting list stands for: a new one, or the old one of somebody
 * who had cancelled. Gives `undefined` when this call wrote it, otherwise the row that is there: with a step of this
 * message when it was written before, without one when another message came first.
 */
export async function writeSignup(
  store: Store,
  signup: {
    activity: string
    person: string
    to: 'confirmed' | 'waiting'
    step: Omit<SignupStep, 'state'>
  },
): Promise<Signup | undefined> {
  const { activity, person, to, step } = signup
  const event = to === 'confirmed' ? 'sign_up' : 'wait'
  for (let tries = 0; tries < triesAtMost; tries++) {
    if (await store.signups.add({ activity, person, state: to, step })) return undefined
    const row = await store.signups.find(activity, person)
    if (!row) continue
    if (row.steps.some(({ key }) => key === step.key)) return row
    if (!statesBefore(event).includes(row.state)) return row
    await payPlace(store, row)
    if (await store.signups.move(row, { from: [row.state], expect: row.key, to, step })) return undefined
  }
  throw new AppError('conflict', `the sign-up of ${person} at ${activity} keeps changing`)
}
