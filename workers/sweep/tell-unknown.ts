import type { Reader } from '../../src/chat/reply.ts'
import type { WorkerDeps } from '../deps.ts'

const batch = 500
/** What dies together becomes unknown within this time, in milliseconds, and is told of together. */
const gatherMs = 10_000

/**
 * Gives rows whose delivery nobody knows a code and tells the admins of them: one message for all of them, whose key
 * is the first of them, so that several processes say it once.
 */
export async function tellUnknown({ store, now, notify }: WorkerDeps): Promise<void> {
  await store.unknownRows.number(batch)
  const rows = await store.unknownRows.untold(batch)
  const [first] = rows
  if (!first?.settledAt || now() - first.settledAt.getTime() < gatherMs) return
  const admins = await store.people.withRole('admin')
  const say = ({ texts }: Reader) => ({
    text: texts.unsettled.appeared({ count: rows.length }),
    quickReplies: [texts.unsettled.see.unknown],
  })
  await notify(
    admins.map(({ _id }) => ({ person: _id, say })),
    `unknown:${first.code}:${first.tries}`,
  )
  await store.unknownRows.told(
    rows.map(({ _id }) => _id),
    new Date(now()),
  )
}
