import type { Rules } from '../rules.ts'
import type { Activity } from '../store/activity.ts'
import type { Store } from '../store/index.ts'
import type { Closing, Person } from '../store/people.ts'
import type { Timer } from '../store/timers.ts'
import { cancelSignup } from './cancel/cancel-signup.ts'
import { giveBack } from './give-back.ts'
import { ownActivities } from './own-activities.ts'

/** What ending an account needs; the same inside and outside of a message. */
export type ClosingDeps = { store: Store; rules: Rules; now: Date }

/** When somebody looks whether a closing has come to its end, in milliseconds: its own message gets there first. */
const finishMs = 60_000
/** Sign-ups looked through: more than anybody has, since a place that is overlooked is lost to others. */
const mostSignups = 100_000

/**
 * Closes an account: the person becomes a pseudonym in one step, and everything that still leads to somebody follows
 * from it and may be finished by anybody. Gives the closed person; undefined when another message was first.
 */
export async function closePerson(
  person: string,
  closing: Closing,
  { store }: ClosingDeps,
): Promise<Person | undefined> {
  // The timer first: without a closed person it does nothing, a closed person without it might stay half there.
  const due = new Date(closing.at.getTime() + finishMs)
  await store.timers.set({ kind: 'finish-closing', subject: person, due, data: { person } })
  if (!(await store.people.close(person, closing))) return undefined
  return (await store.people.find(person)) ?? undefined
}

/**
 * Ends what a closed person still had: sign-ups first, so that others get their places, then words and papers, and last
 * the chat accounts. Gives the activities at which a place became free. Harmless when repeated, also by several at once.
 */
export async function finishClosing({ _id: person, closed }: Person, deps: ClosingDeps): Promise<Activity[]> {
  const { store } = deps
  if (!closed) return []
  const freed = await endSignups(person, closed, deps)
  await store.requests.forgetOf(person)
  await store.prompts.removeOf(person)
  await store.signups.forgetReasons(person)
  await store.hours.forgetWords(person)
  await store.certificates.forget(person)
  await store.files.removeOf(person)
  const chats = (await store.identities.ofPeople([person])).map(({ _id }) => _id)
  await store.reports.forgetOf(person, chats, closed)
  await store.identities.forget(person)
  return freed
}

async function endSignups(
  person: string,
  closed: Closing,
  { store, rules, now }: ClosingDeps,
): Promise<Activity[]> {
  const keyOf = (code: string) => `${closed.key}/${code}`
  const activity = async (code: string) => (await store.activities.find(code)) ?? undefined
  for (const { row } of await ownActivities(store, { person, now, most: mostSignups })) {
    const wish = { code: row.activity, person, by: person, key: keyOf(row.activity), reason: undefined }
    await cancelSignup(wish, { store, rules, now, activity })
  }
  const freed: string[] = []
  for (const row of await store.signups.ofPerson(person, ['cancelled'], mostSignups)) {
    const at = row.steps.findIndex(({ key, state }) => key === keyOf(row.activity) && state === 'cancelled')
    if (at < 0) continue
    // A run that died in between has ended the row and not given back what it held.
    if ((await giveBack(store, row, { at, now })) === 'confirmed') freed.push(row.activity)
  }
  return store.activities.many(freed)
}

/** A closing whose message did not come to its end is finished here. Whoever is responsible hears of it by the message. */
export async function ringClosing(timer: Timer, deps: ClosingDeps): Promise<void> {
  const person = await deps.store.people.find(timer.data.person ?? '')
  if (person) await finishClosing(person, deps)
}
