import type { Run } from '../command.ts'
import { listUnsettled } from '../unsettled/list.ts'
import type { StatusArgs } from './grammar.ts'

const dayMs = 24 * 3600_000
/** Days of reminders that are looked back on. */
const reminderDays = 7

/**
 * 状态: six lines about the service as it is now, none of them about people. What counts over time says over which; the
 * first line says whether any of it needs somebody.
 */
export const runStatus: Run<StatusArgs> = async ({ list }, context) => {
  if (list) return listUnsettled(list, context)
  const { store, texts, now, vitals } = context
  const since = new Date(now.getTime() - dayMs)
  const [{ incoming, jobs, accounts, mongodbMs, redisMs }, outbox, unknown, deadLetters, missed] =
    await Promise.all([
      vitals(),
      store.outbox.states(since),
      store.unknownRows.count(),
      store.deadLetters.count(),
      store.marks.sum('reminders-missed', new Date(now.getTime() - reminderDays * dayMs)),
    ])
  // The message that asks stands in its own mailbox until it is answered.
  const others = Math.max(0, incoming.boxes - 1)
  const seconds = others === 0 ? 0 : Math.round(incoming.oldestMs / 1000)
  const troubles = [
    jobs.failed > 0,
    deadLetters > 0,
    (outbox.failed ?? 0) > 0,
    unknown > 0,
    missed > 0,
    accounts.some(({ paused }) => paused),
    mongodbMs === undefined || redisMs === undefined,
  ].filter(Boolean).length
  const { status } = texts
  const text = [
    status.head({ troubles }),
    status.incoming({ waiting: others, seconds, ...jobs }),
    status.outgoing({
      queued: outbox.queued ?? 0,
      calling: (outbox.claimed ?? 0) + (outbox.calling ?? 0),
      sent: outbox.sent ?? 0,
      failed: outbox.failed ?? 0,
      unknown,
    }),
    status.lost({ deadLetters, missed, days: reminderDays }),
    status.platforms({
      on: accounts.filter(({ paused }) => !paused).map(({ platform }) => platform),
      paused: accounts.filter(({ paused }) => paused).map(({ platform }) => platform),
    }),
    status.databases({ mongodb: mongodbMs, redis: redisMs }),
  ].join('\n')
  const next = [
    ...(unknown > 0 ? [texts.unsettled.see.unknown] : []),
    ...(deadLetters > 0 ? [texts.unsettled.see.dead] : []),
  ]
  return { text, ...(next.length > 0 && { quickReplies: next }) }
}
