import type { Grant } from '../domain/roles.ts'
import type { Person } from '../store/people.ts'
import type { Context } from './command.ts'

/** How long somebody counts as about to go whose message did not come to its end, in milliseconds. */
const closingMs = 10 * 60_000

const isEverything = ({ role, scope }: Grant) => role === 'admin' && scope.kind === 'all'

/**
 * Whether an admin of everything is left when this person goes. Those who are about to go do not count: two who go at
 * once must both see it and stay.
 */
export async function mayGo(
  { _id: person, grants }: Person,
  { store, now }: Pick<Context, 'store' | 'now'>,
): Promise<boolean> {
  if (!grants.some(isEverything)) return true
  const since = now.getTime() - closingMs
  const admins = await store.people.withRole('admin')
  return admins.some(
    (other) =>
      other._id !== person &&
      other.grants.some(isEverything) &&
      (other.closing === undefined || other.closing.at.getTime() < since),
  )
}
