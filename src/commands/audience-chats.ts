import { setImmediate } from 'node:timers/promises'
import { type Reached, reachOf } from '../chat/reach.ts'
import type { Target } from '../store/broadcast-targets.ts'
import type { Store } from '../store/index.ts'
import type { AudienceContext } from './audience.ts'

/**
 * Each person by the chat account they used last of those that are on, a child by its guardian's unless they want no calls; whoever has none
 * is left out. A chat is called once, however many it stands for.
 */
export async function chatTargets(
  people: readonly string[],
  { store, pace }: AudienceContext,
): Promise<{ targets: Target[]; unreachable: number }> {
  const chats = await reachOf(people, store, (platform, account) => pace(platform, account) !== undefined)
  for (const child of await quietOnes(chats, store)) chats.delete(child)
  await setImmediate()
  const isChild = (person: string) => chats.get(person)?.name !== undefined
  const ownFirst = [...people.filter((person) => !isChild(person)), ...people.filter(isChild)]
  const called = new Set<string>()
  const targets = ownFirst.flatMap((person): Target[] => {
    const { identity } = chats.get(person) ?? {}
    if (!identity || called.has(identity._id)) return []
    called.add(identity._id)
    const { platform, account, user } = identity
    // Whose chat it is may still say 退订 before it is called.
    const child = isChild(person) && { child: person }
    return [{ platform, account, kind: 'person', id: user, person: identity.person ?? person, ...child }]
  })
  return { targets, unreachable: people.length - chats.size }
}

/** Children whose guardian wants no calls. */
async function quietOnes(chats: ReadonlyMap<string, Reached>, store: Store): Promise<string[]> {
  const children = [...chats].filter(([, { name }]) => name !== undefined)
  if (children.length === 0) return []
  const guardians = await store.people.many(children.flatMap(([, { identity }]) => identity.person ?? []))
  const quiet = new Set(guardians.filter(({ optedOut }) => optedOut).map(({ _id }) => _id))
  return children.flatMap(([child, { identity }]) => (quiet.has(identity.person ?? '') ? [child] : []))
}
