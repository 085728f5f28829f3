import { isSameGrant } from '../../domain/roles.ts'
import type { Handover } from '../../store/handovers.ts'
import type { Store } from '../../store/index.ts'

type About = { store: Store; now: Date }

/**
 * Everything a handover lists goes over. The roles are given before they are taken, so that no place is without
 * anybody if the process dies in between; all of it may be done again.
 */
export async function moveLed(handover: Handover, { store, now }: About): Promise<void> {
  const { _id: key, from, to, by, at, grants } = handover
  for (const grant of grants) {
    const held = { ...grant, by, at, key }
    await store.people.grant(to, held)
    await store.people.revoke(from, held)
  }
  await store.linkage.move(handover, { from, to, now })
}

/** And back: what the other one held before, or was given since, stays theirs. */
export async function moveBack(handover: Handover, { store, now }: About): Promise<void> {
  const { _id: key, from, to, by, grants } = handover
  const other = await store.people.find(to)
  for (const grant of grants) {
    const held = { ...grant, by, at: now, key: `${key}:back` }
    await store.people.grant(from, held)
    if (other?.grants.some((one) => isSameGrant(one, grant) && one.key === key))
      await store.people.revoke(to, held)
  }
  await store.linkage.move(handover, { from: to, to: from, now })
  await store.handovers.setBack(key, now)
}
