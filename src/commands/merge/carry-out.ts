import type { Merge } from '../../store/merges.ts'
import { referenceNames } from '../../store/references.ts'
import type { Signup } from '../../store/signups.ts'
import type { Store } from '../../store/index.ts'
import { overStates } from './conflicts.ts'
import { recount } from './recount.ts'
import { takenOver } from './taken-over.ts'

/**
 * Moves what is one number's to the other. Each step notes what it moves before it does, and changes nothing when it is
 * done again: a run that died is carried on by the next. From the first step on the number answers as the other, so
 * that whatever is said meanwhile goes there.
 */
export async function carryOut(merge: Merge, store: Store): Promise<void> {
  const { _id: id, from, into, before } = merge
  await store.people.mergeInto(from, into)
  await moveHours(merge, store)
  for (const name of referenceNames) {
    const ids = await store.references.to(name, from)
    if (ids.length === 0) continue
    await store.merges.noteMoved(id, name, ids)
    await store.references.hand(name, ids, { from, to: into })
  }
  await store.identities.shared(into)
  for (const row of await store.signups.allOf(from)) await moveSignup(row, merge, store)
  for (const grant of before.from.grants) await store.people.grant(into, grant)
  await store.people.addCommitments(into, before.from.commitments)
  const { set } = takenOver(before)
  await store.people.setParts(into, set)
  await store.people.setParts(from, { grants: [], commitments: [], skills: [] }, ['guardians', 'phoneIndex'])
  await recount((await store.merges.find(id))?.moved.hours ?? [], store)
  await store.merges.setState(id, 'done')
}

/** The guards of the days first, as for every line of the ledger. */
async function moveHours({ _id: id, from, into }: Merge, store: Store): Promise<void> {
  const lines = await store.references.to('hours', from)
  await store.merges.noteMoved(id, 'hours', lines)
  const mine = await store.merges.find(id)
  await store.days.hand(mine?.moved.hours ?? lines, { from, to: into })
}

/**
 * A sign-up that is over stays where it is when the other number has one too; one of the other number that is over gives
 * way, and its steps come first.
 */
async function moveSignup(row: Signup, { _id: id, into, from }: Merge, store: Store): Promise<void> {
  const { activity } = row
  const there = await store.signups.find(activity, into)
  const isCopy = there !== null && includesSteps(there, row)
  if (there && !isCopy && overStates.includes(row.state)) return
  const replaced = there && !isCopy ? there : undefined
  await store.merges.noteSignup(id, activity, replaced)
  const steps = replaced ? [...replaced.steps, ...row.steps] : row.steps
  const moved = isCopy ? there : { ...row, _id: `${activity}:${into}`, person: into, steps }
  await store.signups.hand(moved, row._id)
  await store.prompts.hand([activity], { from, to: into })
}

/** Whether a row holds everything that happened in another: it was handed over before. */
const includesSteps = (row: Signup, other: Signup): boolean =>
  other.steps.every(({ key, state }) => row.steps.some((step) => step.key === key && step.state === state))
