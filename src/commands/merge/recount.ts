import type { Store } from '../../store/index.ts'

/** Months in which lines have gone to another number are counted anew: one who served twice that month is one person. */
export async function recount(lines: readonly string[], store: Store): Promise<void> {
  const entries = await store.hours.many(lines)
  await store.tallies.invalidate(entries.map(({ date }) => date))
}
