import { AppError } from '../errors.ts'
import type { SignupState } from '../domain/signup-states.ts'
import type { Activity } from '../store/activity.ts'
import type { Store } from '../store/index.ts'
import type { Signup } from '../store/signups.ts'
import { giveBack } from './give-back.ts'

const held: readonly SignupState[] = ['confirmed', 'offered', 'waiting']
/** Rows released at the same time: enough to hide the round trips, few enough to leave the pool to others. */
const abreast = 10
/** Rounds for rows that change under us; what is left then is the sweeper's. */
const roundsAtMost = 5

/**
 * Ends every place, offer and wait of an activity that was called off, and gives the people whose ends bear `key`.
 * A rerun finds the steps it took before and finishes them. Throws AppError `conflict` when rows keep changing.
 */
export async function releaseEverybody(
  { activity, key }: { activity: Activity; key: string },
  { store, now }: { store: Store; now: Date },
): Promise<string[]> {
  const code = activity._id
  const stepKey = (row: Signup) => `${key}/${row.person}`
  const by = activity.calledOff?.by ?? activity.responsible
  const end = (row: Signup) =>
    store.signups.move(row, {
      from: [row.state],
      expect: row.key,
      to: 'cancelled',
      step: { key: stepKey(row), at: now, by, ...(row.state === 'offered' && { hold: row.key }) },
      owesPlace: row.state === 'confirmed',
    })
  for (let round = 0; ; round++) {
    const rows = await store.signups.ofActivity(code, held)
    if (rows.length === 0) break
    if (round === roundsAtMost) throw new AppError('conflict', `the sign-ups of ${code} keep changing`)
    await inSlices(rows, end)
  }
  const ended = (await store.signups.ofActivity(code, ['cancelled'])).flatMap((row) => {
    const at = row.steps.findIndex((step) => step.key === stepKey(row) && step.state === 'cancelled')
    return at < 0 ? [] : [{ row, at }]
  })
  await inSlices(ended, ({ row, at }) => giveBack(store, row, { at, now }))
  return ended.map(({ row }) => row.person)
}

async function inSlices<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < items.length; i += abreast) await Promise.all(items.slice(i, i + abreast).map(work))
}
