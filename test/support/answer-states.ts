import type { CrashWorld } from './crash-world.ts'

/** What stands in the outbox: every message has one answer. */
export async function answerStates({ store }: CrashWorld) {
  const rows = await store.outbox.model.find({ _id: /#0$/ }, { state: 1 }).lean<{ state: string }[]>()
  const count = (state: string) => rows.filter((row) => row.state === state).length
  return { rows: rows.length, sent: count('sent'), unknown: count('unknown') }
}
