import { type OutboxRow, withdrawnReason } from '../store/outbox.ts'
import type { Store } from '../store/index.ts'

/**
 * Why nobody wants a row of a broadcast any more, looked at again at the last moment: it was withdrawn, somebody opted out, or what it
 * calls to is called off. Answers to what somebody said are not calls. For many rows in as many round trips as for one.
 */
export async function unwanted(
  rows: readonly OutboxRow[],
  store: Pick<Store, 'people' | 'activities' | 'broadcasts'>,
): Promise<(string | undefined)[]> {
  const bulk = rows.filter(({ lane }) => lane === 'bulk')
  const [optedOut, cancelled, withdrawn] = await Promise.all([
    store.people.optedOut(bulk.flatMap(({ person }) => person ?? [])),
    store.activities.cancelledAmong(bulk.flatMap(({ activity }) => activity ?? [])),
    store.broadcasts.withdrawnAmong(bulk.flatMap(({ broadcast }) => broadcast ?? [])),
  ])
  return rows.map(({ lane, person, activity, broadcast }) => {
    if (lane !== 'bulk') return undefined
    if (broadcast !== undefined && withdrawn.has(broadcast)) return withdrawnReason
    if (person !== undefined && optedOut.has(person)) return 'opted out'
    return activity !== undefined && cancelled.has(activity) ? 'called off' : undefined
  })
}
