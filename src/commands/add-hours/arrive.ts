import { next } from '../../domain/signup-states.ts'
import { AppError } from '../../errors.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Context } from '../command.ts'
import { payPlace } from '../pay-place.ts'

/** The row may change under us this often before the message is better tried again from the start. */
const triesAtMost = 5

/** Somebody who came without a confirmed place counts as arrived; whoever has a place, or came, stays as they are. */
export async function arrive(
  { activity, person, by, key }: Pick<HoursEntry, 'activity' | 'person' | 'by' | 'key'>,
  { store, now }: Pick<Context, 'store' | 'now'>,
): Promise<void> {
  const step = { key, at: now, by }
  for (let tries = 0; tries < triesAtMost; tries++) {
    const row = await store.signups.find(activity, person)
    if (!row) {
      if (await store.signups.add({ activity, person, state: 'arrived', step })) return
      continue
    }
    const to = row.state === 'offered' ? next(row.state, 'arrive') : next(row.state, 'walk_in')
    if (!to) return
    await payPlace(store, row)
    if (await store.signups.move(row, { from: [row.state], expect: row.key, to, step })) {
      if (row.state === 'waiting') await store.activities.leaveWaiting(activity, { person, key: row.key })
      return
    }
  }
  throw new AppError('conflict', `the sign-up of ${person} at ${activity} keeps changing`)
}
