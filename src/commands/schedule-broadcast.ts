import type { Broadcast } from '../store/broadcasts.ts'
import type { Store } from '../store/index.ts'

/** Has a broadcast go out at its time. Set again it changes nothing. */
export async function scheduleBroadcast(
  { _id: code, dueAt: due }: Pick<Broadcast, '_id' | 'dueAt'>,
  { store }: { store: Store },
): Promise<void> {
  if (!due) return
  await store.timers.set({ kind: 'broadcast-due', subject: code, due, data: { broadcast: code } })
}
