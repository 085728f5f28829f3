import type { Person } from '../store/people.ts'
import type { Context } from './command.ts'

/** What is known of somebody who is about to become a person; phone and birth in clear. */
export type NewPerson = Pick<Person, 'name'> & Partial<Pick<Person, 'phone' | 'birth' | 'skills' | 'consent'>>

/**
 * Makes the asker a person: the number is reserved in the identity row first, so that a crash between the two leaves a
 * number to go on with and never two people. Gives the person who is there in the end, also on a rerun.
 */
export async function makePerson(known: NewPerson, context: Context): Promise<Person> {
  const { store, key, now, asker } = context
  const reserved = (await store.identities.find(asker.identity))?.person
  const _id =
    reserved ?? (await store.identities.reserve(asker.identity, await store.counters.next('person')))
  const person: Person = {
    _id,
    name: known.name,
    ...sealed(known, context),
    skills: known.skills ?? [],
    ...(known.consent && { consent: known.consent }),
    grants: [],
    commitments: [],
    key,
    createdAt: now,
  }
  return (await store.people.add(person)) ? person : ((await store.people.find(_id)) ?? person)
}

/** Phone and birth as they are stored: sealed, the phone with an index by which it can be found. */
export function sealed(
  { phone, birth }: Pick<NewPerson, 'phone' | 'birth'>,
  { store: { seal } }: Pick<Context, 'store'>,
): Partial<Pick<Person, 'phone' | 'phoneIndex' | 'birth'>> {
  return {
    ...(phone && { phone: seal.seal(phone), phoneIndex: seal.blindIndex(phone) }),
    ...(birth && { birth: seal.seal(birth) }),
  }
}
