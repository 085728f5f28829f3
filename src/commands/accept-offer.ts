import type { Activity } from '../store/activity.ts'
import type { Store } from '../store/index.ts'
import { promptId } from '../store/prompts.ts'
import type { Signup, SignupStep } from '../store/signups.ts'
import { collision } from './collision.ts'

/** What became of an answer to an offer. `gone`: it was answered or ran out before. */
export type OfferEnd =
  | { kind: 'confirmed' | 'declined' | 'gone' }
  /** Taking it would have met another activity, so the place goes to the next. */
  | { kind: 'collides'; code: string }

type Answer = { activity: Activity; row: Signup; key: string; at: Date; by: string }

/**
 * Takes an offered place: first the person's time, then the row, then the hold. The row decides who was first when an
 * answer meets the time-out; a rerun of the same message comes to the same end.
 */
export async function acceptOffer(store: Store, answer: Answer): Promise<OfferEnd> {
  const { activity, row, key, at, by } = answer
  const before = endBy(row, key)
  if (before) return settle(store, before, answer)
  if (row.state !== 'offered' || activity.state !== 'open' || activity.end <= at) return { kind: 'gone' }
  const promise = { code: activity._id, start: activity.start, end: activity.end, key, at }
  if (!(await store.people.commit(row.person, promise, at))) {
    const other = await collision(store, row.person, promise)
    if (other === 'released') return acceptOffer(store, answer)
    return end(store, answer, { key, at, by, ...(other && { collides: other }) })
  }
  const step = { key, at, by, hold: row.key }
  if (await store.signups.move(row, { from: ['offered'], expect: row.key, to: 'confirmed', step }))
    return settle(store, { ...step, state: 'confirmed' }, answer)
  await store.people.release(row.person, promise)
  return { kind: 'gone' }
}

/** Gives an offered place back, to be offered to the next. */
export async function declineOffer(store: Store, answer: Answer): Promise<OfferEnd> {
  const before = endBy(answer.row, answer.key)
  if (before) return settle(store, before, answer)
  return end(store, answer, { key: answer.key, at: answer.at, by: answer.by })
}

async function end(store: Store, answer: Answer, said: Omit<SignupStep, 'state'>): Promise<OfferEnd> {
  const { row } = answer
  if (row.state !== 'offered') return { kind: 'gone' }
  const step = { ...said, hold: row.key }
  const first = await store.signups.move(row, { from: ['offered'], expect: row.key, to: 'declined', step })
  return first ? settle(store, { ...step, state: 'declined' }, answer) : { kind: 'gone' }
}

/** What follows from the step that ended the offer. Harmless when repeated. */
async function settle(store: Store, step: SignupStep, { row, key, at }: Answer): Promise<OfferEnd> {
  const { hold: token = '' } = step
  const accepted = step.state === 'confirmed'
  await store.activities.settleOffer(row.activity, token, {
    outcome: accepted ? 'accepted' : 'declined',
    at,
  })
  const prompt = { _id: promptId('offer', row.activity, row.person), token }
  await store.prompts.answer(prompt, key, accepted ? 'yes' : 'no')
  if (accepted) return { kind: 'confirmed' }
  return step.collides ? { kind: 'collides', code: step.collides } : { kind: 'declined' }
}

function endBy(row: Signup, key: string): SignupStep | undefined {
  return row.steps.find((step) => step.key === key && step.hold !== undefined && step.state !== 'offered')
}
