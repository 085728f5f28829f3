import type { Role, TeamPlace } from '../domain/roles.ts'
import type { Context } from './command.ts'
import { nearestStaff } from './nearest-staff.ts'

/**
 * The asker's children, by number, of age or not: on their hours and requests somebody else has the word, as on one's
 * own.
 */
export async function ownChildren({ asker, store }: Pick<Context, 'asker' | 'store'>): Promise<Set<string>> {
  return new Set(asker.person ? await store.people.childrenOf(asker.person._id) : [])
}

/** Why somebody has no word on what is their child's, and who has. */
export async function sayOwnChild(
  what: string,
  { place, needs }: { place: TeamPlace; needs: Exclude<Role, 'volunteer'> },
  { asker, store, texts }: Pick<Context, 'asker' | 'store' | 'texts'>,
): Promise<string> {
  const others = await nearestStaff(place, needs, store, [asker.person?._id ?? ''])
  const who = others.slice(0, mostNamed).map(({ name }) => name)
  return texts.common.ownChild({ what, who })
}

/** People named at most: one of them is enough. */
const mostNamed = 3
