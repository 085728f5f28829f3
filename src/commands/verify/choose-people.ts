import type { HoursEntry } from '../../store/hours.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'

/** The people meant, or the sentence that asks about the first name that is not clear. */
export type Chosen = { people: string[] } | { problem: string; numbers?: string[] }

/**
 * Finds whom names and numbers mean among those with a line of this activity. Names are not identity: when two of them
 * have lines here, their numbers are asked for.
 */
export async function choosePeople(
  who: readonly string[],
  linesOf: (people: readonly string[]) => Promise<HoursEntry[]>,
  { store, texts, code }: Pick<Context, 'store' | 'texts'> & { code: string },
): Promise<Chosen> {
  const known = await store.people.namedAny(who)
  const withLines = new Set((await linesOf(known.map(({ _id }) => _id))).map(({ person }) => person))
  const people: string[] = []
  for (const name of who) {
    const meant = known.filter((person) => isCalled(person, name) && withLines.has(person._id))
    const [one, ...others] = meant
    if (!one) return { problem: texts.verify.noLine({ who: name, code }) }
    if (others.length > 0) {
      const numbers = meant.map(({ _id }) => _id)
      return { problem: texts.common.whichPerson({ who: name, numbers: numbers.join(' ') }), numbers }
    }
    people.push(one._id)
  }
  return { people }
}

/** Whether somebody is meant by a name or number. */
export const isCalled = ({ _id, name }: Person, said: string) => name === said || _id === said.toUpperCase()
