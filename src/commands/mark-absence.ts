import { next, type SignupState } from '../domain/signup-states.ts'
import { AppError } from '../errors.ts'
import type { Activity } from '../store/activity.ts'
import type { Person } from '../store/people.ts'
import { type Signup, signupId } from '../store/signups.ts'
import type { Context } from './command.ts'
import { payPlace } from './pay-place.ts'
import { isCalled } from './verify/choose-people.ts'

/** Somebody on the list of an activity. */
export type OnList = { person: Person; row: Signup }

/** The row may change under us this often before the message is better tried again from the start. */
const triesAtMost = 5

/** Finds whom names and numbers mean on the list of an activity; the first that is not clear is asked about. */
export async function chooseOnList(
  who: readonly string[],
  activity: Activity,
  { store, texts }: Pick<Context, 'store' | 'texts'>,
): Promise<{ chosen: OnList[] } | { problem: string }> {
  const code = activity._id
  const known = await store.people.namedAny(who)
  const rows = new Map(
    (await store.signups.many(known.map(({ _id }) => signupId(code, _id)))).map((row) => [row.person, row]),
  )
  const chosen: OnList[] = []
  for (const name of who) {
    const meant = known.flatMap((person) => {
      const row = rows.get(person._id)
      return row && isCalled(person, name) ? [{ person, row }] : []
    })
    const [one, ...others] = meant
    if (!one) return { problem: texts.noShow.notOnList({ who: name, code }) }
    if (others.length > 0) {
      const numbers = meant.map(({ person }) => person._id).join(' ')
      return { problem: texts.common.whichPerson({ who: name, numbers }) }
    }
    chosen.push(one)
  }
  return { chosen }
}

/**
 * Notes that somebody did not come (`miss`) or is excused (`excuse`), and gives back the place and the time they had.
 * Gives the state it found when that is none from which this can happen. A rerun finds its own step.
 */
export async function markAbsence(
  { person, row: found }: OnList,
  event: 'miss' | 'excuse',
  { store, now, asker, ...context }: Context,
): Promise<'done' | SignupState> {
  // A place is given back once for a key, and one message may be about several people.
  const key = `${context.key}/${person._id}`
  let row: Signup | null = found
  for (let tries = 0; row && tries < triesAtMost; tries++) {
    const to = next(row.state, event)
    const mine = row.steps.findLast((step) => step.key === key)
    if (!mine) {
      if (!to) return row.state
      if (row.owesPlace) await payPlace(store, row)
      const step = { key, at: now, by: asker.person?._id ?? asker.identity }
      const owesPlace = row.state === 'confirmed'
      await store.signups.move(row, { from: [row.state], expect: row.key, to, step, owesPlace })
      row = await store.signups.find(row.activity, row.person)
      continue
    }
    await payPlace(store, row)
    await store.prompts.close(row.activity, person._id)
    return 'done'
  }
  throw new AppError('conflict', `the sign-up ${found._id} keeps changing`)
}
