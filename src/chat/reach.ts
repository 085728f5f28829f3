import type { Identity, IsOn } from '../store/identities.ts'
import type { Store } from '../store/index.ts'

/** Where somebody is reached. `name`: it is a child's guardian who reads, and this is the child. */
export type Reached = { identity: Identity; name?: string }

/**
 * The chat each person used last, of those that are on where that is asked for; of a child without a chat, that of the
 * first guardian who has one. Whoever is reached by neither is not in it.
 */
export async function reachOf(
  people: readonly string[],
  store: Store,
  isOn?: IsOn,
): Promise<Map<string, Reached>> {
  const latest = await store.identities.latestOf(people, isOn)
  const reached = new Map<string, Reached>([...latest].map(([person, identity]) => [person, { identity }]))
  const silent = people.filter((person) => !latest.has(person))
  const wards = silent.length > 0 ? await store.people.wardsAmong(silent) : []
  if (wards.length === 0) return reached
  const guardians = wards.flatMap((ward) => (ward.guardians ?? []).map(({ person }) => person))
  const chats = await store.identities.latestOf(guardians, isOn)
  for (const { _id, name, guardians: own = [] } of wards) {
    const identity = own.map(({ person }) => chats.get(person)).find(Boolean)
    if (identity) reached.set(_id, { identity, name })
  }
  return reached
}
