import type { SignupState } from '../domain/signup-states.ts'
import type { AudienceContext } from './audience.ts'
import type { AudienceItem } from './parse/audience-words.ts'

/** The sign-ups that `A12`, `A12候补` and `A12缺席` stand for. */
const statesOf: { readonly [Who in 'confirmed' | 'waiting' | 'absent']: readonly SignupState[] } = {
  confirmed: ['confirmed', 'arrived', 'completed'],
  waiting: ['waiting', 'offered'],
  absent: ['no_show'],
}

/** The people behind the items of an audience that are lists of their own, each item with its numbers. */
export async function listedPeople(
  items: readonly AudienceItem[],
  activity: string | undefined,
  { store }: AudienceContext,
): Promise<Map<AudienceItem, ReadonlySet<string>>> {
  const lists = new Map<AudienceItem, ReadonlySet<string>>()
  for (const item of items) {
    if (item.kind === 'activity') {
      const rows = await store.signups.ofActivity(item.name, statesOf[item.who])
      lists.set(item, new Set(rows.map(({ person }) => person)))
    }
    if (item.kind === 'unanswered' && activity !== undefined)
      lists.set(item, await unanswered(activity, store))
  }
  return lists
}

/** Who got a call to an activity and has neither signed up since, nor cancelled, nor said no. */
async function unanswered(activity: string, store: AudienceContext['store']): Promise<ReadonlySet<string>> {
  const calls = await store.broadcasts.callsTo(activity)
  const [called, declined, signups] = await Promise.all([
    store.outbox.reachedBy(calls),
    store.prompts.declined(activity),
    store.signups.peopleOf(activity),
  ])
  const people = new Set(called)
  for (const person of [...declined, ...signups]) people.delete(person)
  return people
}
