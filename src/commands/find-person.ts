import type { Person } from '../store/people.ts'
import type { Context } from './command.ts'

/** Either the one person meant, or the sentence that asks which one. */
export type Found = { person: Person } | { problem: string }

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
  if (!person) return { problem: texts.common.noPerson({ who }) }
  if (others.length > 0)
    return { problem: texts.common.whichPerson({ who, numbers: found.map(({ _id }) => _id).join(' ') }) }
  return { person }
}
