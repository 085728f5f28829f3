import { randomUUID } from 'node:crypto'
import { AppError } from '../../errors.ts'
import type { Person } from '../../store/people.ts'
import { collision } from '../collision.ts'
import type { Context } from '../command.ts'
import { writeSignup } from '../write-signup.ts'
import { closedGate } from './closed-gate.ts'
import type { Attempt } from './attempt.ts'
import { findBefore } from './find-before.ts'
import { outcomeOf, type SignupOutcome } from './outcome.ts'

/** What is read before an attempt may change under it this often. */
const attemptsAtMost = 6

/**
 * Signs a person up: the person's time first, then the place, then the row; the waiting list when no place is to be
 * had. A rerun of the same message finds its own traces and comes to the same end. The first attempt works on what
 * the context holds and costs three writes; when it meets something unexpected it reads afresh and tries again.
 */
export async function signUp(
  wish: { code: string; person: Person; by: string; key: string },
  context: Context,
): Promise<SignupOutcome> {
  const { store } = context
  const { code, by, key } = wish
  let activity = await context.activity(code)
  let person: Person | null = wish.person
  for (let n = 0; n < attemptsAtMost; n++) {
    if (!activity || !person) return { kind: 'unknown', code }
    const outcome = await attempt({ activity, person, by, key, context })
    if (outcome) return outcome
    activity = (await store.activities.find(code)) ?? undefined
    person = await store.people.find(wish.person._id)
  }
  throw new AppError('conflict', `the places of ${code} keep changing`)
}

async function attempt(wish: Attempt): Promise<SignupOutcome | undefined> {
  const { activity, person, context } = wish
  const before = await findBefore(wish)
  if (before === 'again') return undefined
  if (before && 'kind' in before) return before
  const key = before?.key ?? wish.key
  const closed = closedGate(activity, person, context)
  if (closed?.gate === 'collides') return collided({ ...wish, key })
  if (closed) return { kind: 'closed', activity, closed }
  const full = activity.taken >= activity.places || activity.waiting.length > 0
  return full && !before ? join(wish) : take({ ...wish, key })
}

async function take(wish: Attempt): Promise<SignupOutcome | undefined> {
  const { activity, person, by, key, context } = wish
  const { store, now: at } = context
  const promise = promiseOf(wish)
  if (!(await store.people.commit(person._id, promise, at))) return collided(wish)
  const token = await store.activities.takePlace(activity._id, {
    person: person._id,
    key,
    token: randomUUID(),
    at,
  })
  if (!token) {
    await store.people.release(person._id, promise)
    return join(wish)
  }
  const step = { key, at, by, hold: token }
  const row = await writeSignup(store, { activity: activity._id, person: person._id, to: 'confirmed', step })
  if (!row || row.steps.some(({ hold }) => hold === token)) return { kind: 'confirmed', activity }
  // The row stands for another place: this one was taken a second time.
  await store.activities.abandonHold(activity._id, token, at)
  const mine = row.steps.findLast((done) => done.key === key)
  if (row.state !== 'confirmed' || !mine) await store.people.release(person._id, promise)
  return mine ? outcomeOf(mine, activity) : { kind: 'already', activity, state: row.state }
}

/** Joins the waiting list, then writes the row. */
async function join({ activity, person, by, key, context }: Attempt): Promise<SignupOutcome | undefined> {
  const { store, now: at } = context
  const entry = { person: person._id, key, at }
  const joined = await store.activities.wait(activity._id, entry)
  if (!joined || joined.key !== key) return undefined
  const { position } = joined
  const step = { key, at, by, position }
  const row = await writeSignup(store, { activity: activity._id, person: person._id, to: 'waiting', step })
  if (!row) return { kind: 'waiting', activity, position }
  if (row.state !== 'waiting') await store.activities.leaveWaiting(activity._id, entry)
  const mine = row.steps.findLast((done) => done.key === key)
  return mine ? outcomeOf(mine, activity) : { kind: 'already', activity, state: row.state }
}

/** The person's time is promised to another activity; or what stood in the way is gone by now. */
async function collided(wish: Attempt): Promise<SignupOutcome | undefined> {
  const { activity, person, context } = wish
  const code = await collision(context.store, person._id, promiseOf(wish))
  if (!code || code === 'released') return undefined
  return { kind: 'closed', activity, closed: { gate: 'collides', code } }
}

const promiseOf = ({ activity, key, context }: Attempt) => ({
  code: activity._id,
  start: activity.start,
  end: activity.end,
  key,
  at: context.now,
})
