import { isSameGrant } from '../../domain/roles.ts'
import type { Store } from '../../store/index.ts'
import type { Merge } from '../../store/merges.ts'
import type { Person } from '../../store/people.ts'
import { referenceNames } from '../../store/references.ts'
import type { Signup } from '../../store/signups.ts'
import { recount } from './recount.ts'
import { takenOver } from './taken-over.ts'

/**
 * Gives back what a merge moved, as far as it is still there; what came since stays with the number it came to. Done
 * again, it changes nothing more.
 */
export async function takeBack(merge: Merge, store: Store): Promise<void> {
  const { _id: id, from, into, before, moved, signups, undoneBy } = merge
  const { person: by, at, key } = undoneBy ?? { person: merge.by, at: merge.at, key: merge.key }
  const way = { from: into, to: from }
  await restorePerson(merge, store)
  await store.days.hand(moved.hours ?? [], way)
  for (const name of referenceNames) {
    const ids = moved[name] ?? []
    // Places of an activity go with the sign-up they stand for.
    const mine = name === 'holds' || name === 'waiting' ? ids.filter((one) => signups.includes(one)) : ids
    if (mine.length > 0) await store.references.hand(name, mine, way)
  }
  for (const activity of signups) await returnSignup(activity, merge, store)
  await store.prompts.hand(signups, way)
  const added = before.from.grants.filter(
    (grant) => !before.into.grants.some((held) => isSameGrant(held, grant)),
  )
  for (const { role, scope } of added) await store.people.revoke(into, { role, scope, by, at, key })
  await returnParts(merge, store)
  await recount(moved.hours ?? [], store)
  await store.merges.setState(id, 'undone')
}

/** The number is itself again first, with what it had; promises that were kept or given up since are not made again. */
async function restorePerson({ from, into, before }: Merge, store: Store): Promise<void> {
  const { skills, grants, commitments, guardians, phoneIndex } = before.from
  const keys = new Set(commitments.map(({ key }) => key))
  const back = ((await store.people.row(into))?.commitments ?? []).filter(({ key }) => keys.has(key))
  await store.people.setParts(
    from,
    { skills, grants, ...(guardians && { guardians }), ...(phoneIndex && { phoneIndex }) },
    ['mergedInto'],
  )
  await store.people.addCommitments(from, back)
  for (const promise of back) await store.people.release(into, promise)
}

/** What was taken over goes, unless it has become something else since. */
async function returnParts({ into, before }: Merge, store: Store): Promise<void> {
  const now = await store.people.row(into)
  const { was } = takenOver(before)
  const isSame = (name: keyof Person) => JSON.stringify(now?.[name]) === JSON.stringify(before.from[name])
  await store.people.setParts(into, was.set, was.unset.filter(isSame))
}

async function returnSignup(activity: string, { from, into, replaced }: Merge, store: Store): Promise<void> {
  const row = await store.signups.find(activity, into)
  const earlier = replaced.find((one) => one.activity === activity)
  if (!row || (earlier && row.steps.length <= earlier.steps.length)) return
  const steps = earlier ? row.steps.slice(earlier.steps.length) : row.steps
  const back: Signup = { ...row, _id: `${activity}:${from}`, person: from, steps }
  if (earlier) {
    await store.signups.restore(back)
    await store.signups.restore(earlier)
  } else await store.signups.hand(back, row._id)
}
