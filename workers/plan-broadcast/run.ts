import { setImmediate } from 'node:timers/promises'
import { keyOf } from '../../src/chat/message.ts'
import { sliceSize, type Target } from '../../src/store/broadcast-targets.ts'
import type { Broadcast } from '../../src/store/broadcasts.ts'
import type { NewOutboxRow, OutboxContent } from '../../src/store/outbox.ts'
import { quietEnd, quietHours } from '../../src/domain/quiet-hours.ts'
import type { WorkerDeps } from '../deps.ts'

/** Targets the cursor moves on by: whole slices, of which each is read and its rows are written at once. */
export const chunk = 4 * sliceSize

/** How long a call or an announcement is worth delivering, in milliseconds. */
const lifeMs = 24 * 3600_000

/**
 * Writes the outbox rows of a broadcast in chunks, from its cursor on. A crash between a chunk and the cursor writes
 * the chunk again, and rows that are there stay as they are. The first messages go out after the first chunk.
 */
export async function runPlanBroadcast(
  { code }: { code: string },
  { store, feed, now, rules, zone }: Pick<WorkerDeps, 'store' | 'feed' | 'now' | 'rules' | 'zone'>,
): Promise<void> {
  const broadcast = await store.broadcasts.find(code)
  if (broadcast?.state !== 'planning') return
  const total = broadcast.rooms + broadcast.people
  const content = contentOf(broadcast)
  const { begunAt = broadcast.at, urgent } = broadcast
  // Rows that are not out when quiet hours begin later are held then.
  const held = urgent ? undefined : quietEnd(begunAt.getTime(), quietHours(rules, zone))
  const dueAt = new Date(held ?? begunAt.getTime())
  const accounts = new Map<string, Target>()
  const feedAll = async () => {
    for (const { platform, account } of accounts.values()) await feed(platform, account)
  }
  for (let from = broadcast.cursor; from < total; from += chunk) {
    // Looked at before every chunk: a broadcast that was withdrawn gets no more rows.
    if (await store.broadcasts.isWithdrawn(code)) return
    const written = Math.min(from + chunk, total)
    for (let n = from; n < written; n += sliceSize) {
      const targets = await store.broadcastTargets.slice(broadcast.list ?? '', n)
      await store.outbox.addAll(
        targets.map((target, i) => rowOf(broadcast, { target, content, dueAt, n: n + i })),
      )
      for (const target of targets) accounts.set(keyOf(target.platform, target.account), target)
      await setImmediate()
    }
    // Withdrawn while they were written: these rows came too late to be ended with the others.
    if (!(await store.broadcasts.advance(code, written, written >= total))) {
      if (await store.broadcasts.isWithdrawn(code)) await store.outbox.withdraw(code, new Date(now()))
      return
    }
    if (from === broadcast.cursor) await feedAll()
  }
  await feedAll()
}

/** The same for all, so that it is sealed once. */
const contentOf = ({ text, quickReplies }: Broadcast): OutboxContent => ({
  text,
  quickReplies,
  mentions: [],
  files: [],
})

function rowOf(
  { _id: code, activity, at, begunAt = at, urgent }: Broadcast,
  { target, content, dueAt, n }: { target: Target; content: OutboxContent; dueAt: Date; n: number },
): NewOutboxRow {
  const { platform, account, kind, id, person, child } = target
  return {
    _id: `${code}#${n}`,
    platform,
    account,
    to: { kind, id },
    conversation: keyOf(platform, account, kind, id),
    lane: 'bulk',
    createdAt: begunAt,
    dueAt,
    giveUpAt: new Date(dueAt.getTime() + lifeMs),
    ...(urgent && { urgent }),
    broadcast: code,
    ...(person && { person }),
    ...(child && { child }),
    ...(activity && { activity }),
    content,
  }
}
