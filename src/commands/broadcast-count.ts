import type { Broadcast } from '../store/broadcasts.ts'
import { type OutboxRow, withdrawnReason } from '../store/outbox.ts'

/** What became of the messages of a broadcast. `waiting` holds those on their way (`leaving`), together they are `total`. */
export type BroadcastCount = {
  total: number
  sent: number
  failed: number
  unknown: number
  waiting: number
  leaving: number
  withdrawn: number
}

/** One line of `outbox.tally`. */
export type TallyRow = { state: OutboxRow['state']; reason?: string; count: number }

/** Sums up the rows of a broadcast. Rows not written yet wait as well, unless they never will be. */
export function countBroadcast(
  { rooms, people, state }: Pick<Broadcast, 'rooms' | 'people' | 'state'>,
  tally: readonly TallyRow[],
): BroadcastCount {
  const count = (fits: (row: TallyRow) => boolean) =>
    tally.filter(fits).reduce((sum, row) => sum + row.count, 0)
  const total = rooms + people
  const sent = count((row) => row.state === 'sent')
  const unknown = count((row) => row.state === 'unknown')
  const failed = count((row) => row.state === 'failed' && row.reason !== withdrawnReason)
  const leaving = count((row) => row.state === 'claimed' || row.state === 'calling')
  const left = total - sent - unknown - failed
  const isOver = state === 'withdrawn' || state === 'dropped'
  return {
    total,
    sent,
    failed,
    unknown,
    leaving,
    waiting: isOver ? leaving : left,
    withdrawn: state === 'withdrawn' ? left - leaving : 0,
  }
}
