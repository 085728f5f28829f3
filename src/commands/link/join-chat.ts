import type { Context } from '../command.ts'

/**
 * Joins a chat identity to somebody registered. False when it belongs to another person. A number that was reserved for
 * it and became nobody is nobody's.
 */
export async function joinChat(
  { identity, person }: { identity: string; person: string },
  { store, now }: Pick<Context, 'store' | 'now'>,
): Promise<boolean> {
  const reserved = (await store.identities.find(identity))?.person
  const other = reserved !== undefined && reserved !== person && (await store.people.find(reserved)) !== null
  if (other) return false
  return store.identities.join(identity, { person, at: now, instead: reserved })
}
