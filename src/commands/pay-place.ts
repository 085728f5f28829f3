import type { Signup } from '../store/signups.ts'
import type { Store } from '../store/index.ts'

/**
 * Gives back what a cancelled sign-up still holds: the person's time, then the place. The row owes it until the end,
 * so a crash in between leaves it to the sweeper; done twice, it changes nothing the second time.
 */
export async function payPlace(store: Store, row: Signup): Promise<void> {
  const { owesPlace: key } = row
  if (!key) return
  const taken = row.steps.findLast(({ state }) => state === 'confirmed')
  if (taken) await store.people.release(row.person, { code: row.activity, key: taken.key })
  await store.activities.freePlace(row.activity, { key, at: row.at, token: taken?.hold })
  await store.signups.paid(row._id, key)
}
