import type { Person } from '../store/people.ts'
import type { Context } from './command.ts'

/** Either the one person meant, or the sentence that asks which one, with the numbers of those who are called so. */
export type Found = { person: Person } | { problem: string; numbers: string[] }

/**
 * Finds the person a name or number means. Names are not identity: when several fit, their numbers are asked for
 * and nothing else about them is told.
 */
export async function findPerson(
  who: string,
  { store, texts }: Pick<Context, 'store' | 'texts'>,
): Promise<Found> {
  const found = await store.people.named(who)
  const [person, ...others] = found
  if (!person) return { problem: texts.common.noPerson({ who }), numbers: [] }
  if (others.length > 0) {
    const numbers = found.map(({ _id }) => _id)
    return { problem: texts.common.whichPerson({ who, numbers: numbers.join(' ') }), numbers }
  }
  return { person }
}
