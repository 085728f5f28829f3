import { statesBefore } from '../../domain/signup-states.ts'
import type { Signup } from '../../store/signups.ts'
import { acceptOffer } from '../accept-offer.ts'
import { payPlace } from '../pay-place.ts'
import { writeSignup } from '../write-signup.ts'
import type { Attempt } from './attempt.ts'
import { outcomeOf, type SignupOutcome } from './outcome.ts'

/**
 * What this person already is at this activity. Nothing is asked of the database for somebody of whom neither the
 * activity nor the person's promises know anything. Halves left by a message that died are finished on the way:
 * `again` means that something was, so look afresh; a `key` is that of an unfinished promise to go on with.
 */
export async function findBefore(
  wish: Attempt,
): Promise<SignupOutcome | { key: string } | 'again' | undefined> {
  const { activity, person, key, context } = wish
  const id = person._id
  const promise = person.commitments.find(({ code }) => code === activity._id)
  const hold = activity.holds.find((one) => one.person === id)
  const position = activity.waiting.findIndex((one) => one.person === id) + 1
  if (!promise && !hold && position === 0) return undefined

  const row = (await context.store.signups.find(activity._id, id)) ?? undefined
  const mine = row?.steps.findLast((step) => step.key === key)
  if (mine) return outcomeOf(mine, activity)
  if (row && !statesBefore('sign_up').includes(row.state)) return standing(wish, row, position)

  if (hold || position > 0) {
    await finish(wish, row)
    return 'again'
  }
  if (!promise || !row?.steps.some((step) => step.key === promise.key)) return promise && { key: promise.key }
  // Cancelled, but the message that did so has not released the time yet.
  await payPlace(context.store, row)
  await context.store.people.release(id, promise)
  return 'again'
}

/** Signed up already, or with an offer to take: signing up once more is a yes to it. */
async function standing(
  { activity, by, key, context }: Attempt,
  row: Signup,
  position: number,
): Promise<SignupOutcome | 'again'> {
  if (row.state !== 'offered')
    return { kind: 'already', activity, state: row.state, ...(position > 0 && { position }) }
  const end = await acceptOffer(context.store, { activity, row, key, at: context.now, by })
  if (end.kind === 'collides')
    return { kind: 'closed', activity, closed: { gate: 'collides', code: end.code } }
  return end.kind === 'confirmed' ? { kind: 'confirmed', activity } : 'again'
}

/** Brings the activity's traces of this person and the row into agreement. */
async function finish({ activity, person, context }: Attempt, row: Signup | undefined): Promise<void> {
  const { store, now } = context
  const code = activity._id
  const done = (one: { key: string; token?: string }) =>
    row?.steps.some((step) => step.key === one.key || (one.token && step.hold === one.token)) ?? false
  if (row) await payPlace(store, row)
  for (const [index, entry] of activity.waiting.entries()) {
    if (entry.person !== person._id) continue
    const step = { key: entry.key, at: entry.at, by: person._id, position: index + 1 }
    if (done(entry)) await store.activities.leaveWaiting(code, entry)
    else await writeSignup(store, { activity: code, person: person._id, to: 'waiting', step })
  }
  for (const hold of activity.holds.filter((one) => one.person === person._id)) {
    const { key, token, at } = hold
    if (hold.kind === 'offer')
      await store.activities.settleOffer(code, token, { outcome: 'declined', at: now })
    else if (done(hold)) await store.activities.abandonHold(code, token, now)
    else
      await writeSignup(store, {
        activity: code,
        person: person._id,
        to: 'confirmed',
        step: { key, at, by: person._id, hold: token },
      })
  }
}
