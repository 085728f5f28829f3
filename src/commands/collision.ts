import { overlaps } from '../domain/hours.ts'
import { statesBefore } from '../domain/signup-states.ts'
import type { Commitment } from '../store/people.ts'
import type { Store } from '../store/index.ts'

/** A promise without a sign-up that is older than this was made by a message that will not come back, in milliseconds. */
const lostMs = 60 * 60_000

/**
 * Why a promise of time was refused: the code of another activity it collides with, `undefined` when another message
 * promised the same, or `released` when what was in the way was a left-over of a message that died: then try again.
 */
export async function collision(
  store: Store,
  id: string,
  promise: Required<Commitment>,
): Promise<string | undefined> {
  const person = await store.people.find(id)
  const spans = ({ start, end }: Commitment) => ({ start: start.getTime(), end: end.getTime() })
  const inTheWay = (person?.commitments ?? []).filter(
    (other) =>
      (other.code === promise.code && other.key !== promise.key) ||
      (other.code !== promise.code && overlaps(spans(other), spans(promise))),
  )
  for (const other of inTheWay)
    if (await isLost(store, id, { other, now: promise.at })) {
      await store.people.release(id, other)
      return 'released'
    }
  return inTheWay.find(({ code }) => code !== promise.code)?.code
}

async function isLost(
  store: Store,
  person: string,
  { other, now }: { other: Commitment; now: Date },
): Promise<boolean> {
  if (!other.at || now.getTime() - other.at.getTime() < lostMs) return false
  const [row, activity] = await Promise.all([
    store.signups.find(other.code, person),
    store.activities.find(other.code),
  ])
  if (row && !statesBefore('sign_up').includes(row.state) && row.state !== 'waiting') return false
  return !activity?.holds.some((hold) => hold.person === person)
}
