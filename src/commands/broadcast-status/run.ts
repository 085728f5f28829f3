import { formatClock, formatDay } from '../../locale/format.ts'
import type { Broadcast } from '../../store/broadcasts.ts'
import { withdrawnReason } from '../../store/outbox.ts'
import { countBroadcast, type TallyRow } from '../broadcast-count.ts'
import type { Context, Run } from '../command.ts'
import { forecast } from '../forecast.ts'
import { isOwnBroadcast } from '../own-broadcast.ts'
import { sayMoment } from '../schedule-args.ts'

export type BroadcastStatusArgs = { code?: string | undefined }

/** How far a broadcast has come: sent, failed and why, unknown, waiting. Without a code, the asker's last one. */
export const runBroadcastStatus: Run<BroadcastStatusArgs> = async ({ code }, context) => {
  const { store, texts, zone, now, asker } = context
  const broadcast = code
    ? await store.broadcasts.find(code)
    : asker.person && (await store.broadcasts.lastOf(asker.person._id))
  if (!broadcast || !isOwnBroadcast(broadcast, context))
    return { text: code ? texts.broadcastStatus.none({ code }) : texts.broadcastStatus.noneYet }

  const tally = await store.outbox.tally(broadcast._id)
  const { total, sent, failed, unknown, waiting, withdrawn } = countBroadcast(broadcast, tally)
  const day = formatDay(broadcast.at, { zone, texts, now })
  const lines = [
    texts.broadcastStatus.head({
      code: broadcast._id,
      activity: broadcast.activity,
      audience: broadcast.audience,
      at: `${day} ${formatClock(broadcast.at, zone)}`,
    }),
    ...sayState(broadcast, context),
    texts.broadcastStatus.counts({ total, sent, failed, unknown, waiting }),
    ...(await sayEnd(broadcast, waiting, context)),
    ...(withdrawn > 0 ? [texts.broadcastStatus.withdrawn({ count: withdrawn })] : []),
    ...(failed > 0 ? [reasons(tally, context)] : []),
  ]
  return {
    text: lines.join('\n'),
    ...(waiting > 0 && { quickReplies: [texts.audience.seeStatus({ code: broadcast._id })] }),
  }
}

/** What it waits for, or why it does not go out. */
function sayState({ state, dueAt, dropped }: Broadcast, context: Context): string[] {
  const { approval, schedule, broadcastStatus } = context.texts
  if (state === 'asked') return [approval.waits({ until: dueAt && sayMoment(dueAt, context) })]
  if (state === 'scheduled' && dueAt) return [schedule.waits({ when: sayMoment(dueAt, context) })]
  if (state === 'dropped' && dropped) return [broadcastStatus.dropped({ why: schedule.why[dropped] })]
  return []
}

/** When all that still waits will be out, and until when quiet hours hold it. */
async function sayEnd(
  { _id: code, state, urgent = false }: Broadcast,
  waiting: number,
  context: Context,
): Promise<string[]> {
  if (waiting === 0 || (state !== 'planning' && state !== 'planned')) return []
  const { store, texts, now, rules } = context
  const accounts = await store.outbox.accountsOf(code)
  if (accounts.length === 0) return []
  const { heldUntil, done } = await forecast({ accounts, from: now.getTime(), urgent }, context)
  const { quietFrom: from, quietUntil: until } = rules
  return [
    heldUntil === undefined
      ? texts.broadcastStatus.end({ end: sayMoment(done, context) })
      : texts.forecast.held({ from, until, when: sayMoment(heldUntil, context) }),
  ]
}

/** Reasons of platforms are theirs, in their words and with their ids: people are told which kind it was. */
function reasons(tally: readonly TallyRow[], { texts }: Context): string {
  const sums = { optedOut: 0, calledOff: 0, late: 0, other: 0 }
  for (const { state, reason, count } of tally)
    if (state === 'failed' && reason !== withdrawnReason) sums[kindOf(reason)] += count
  const parts = [
    ...(sums.optedOut > 0 ? [texts.audience.leftOut.optedOut({ count: sums.optedOut })] : []),
    ...(sums.calledOff > 0 ? [texts.callOff.stopped({ count: sums.calledOff })] : []),
    ...(sums.late > 0 ? [texts.broadcastStatus.late({ count: sums.late })] : []),
    ...(sums.other > 0 ? [texts.broadcastStatus.refused({ count: sums.other })] : []),
  ]
  return texts.broadcastStatus.reasons({ parts: parts.join(texts.audience.between) })
}

function kindOf(reason: string | undefined): 'optedOut' | 'calledOff' | 'late' | 'other' {
  if (reason === 'too late') return 'late'
  if (reason === 'opted out') return 'optedOut'
  return reason === 'called off' ? 'calledOff' : 'other'
}
