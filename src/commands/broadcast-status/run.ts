import { may, type TeamPlace } from '../../domain/roles.ts'
import { formatClock, formatDay } from '../../locale/format.ts'
import type { BroadcastHead } from '../../store/broadcasts.ts'
import type { OutboxRow } from '../../store/outbox.ts'
import type { Context, Run } from '../command.ts'

export type BroadcastStatusArgs = { code?: string | undefined }

/** How far a broadcast has come: sent, failed and why, unknown, waiting. Without a code, the asker's last one. */
export const runBroadcastStatus: Run<BroadcastStatusArgs> = async ({ code }, context) => {
  const { store, texts, zone, now, asker } = context
  const broadcast = code
    ? await store.broadcasts.head(code)
    : asker.person && (await store.broadcasts.lastOf(asker.person._id))
  if (!broadcast || !maySee(broadcast, context))
    return { text: code ? texts.broadcastStatus.none({ code }) : texts.broadcastStatus.noneYet }

  const tally = await store.outbox.tally(broadcast._id)
  const count = (...states: OutboxRow['state'][]) =>
    tally.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.count, 0)
  const [sent, failed, unknown] = [count('sent'), count('failed'), count('unknown')]
  const total = broadcast.rooms + broadcast.people
  // Rows that are not written yet wait as well, unless they never will be.
  const waiting =
    broadcast.state === 'withdrawn' ? count('queued', 'claimed', 'calling') : total - sent - failed - unknown
  const day = formatDay(broadcast.at, { zone, texts, now })
  const lines = [
    texts.broadcastStatus.head({
      code: broadcast._id,
      activity: broadcast.activity,
      audience: broadcast.audience,
      at: `${day} ${formatClock(broadcast.at, zone)}`,
    }),
    texts.broadcastStatus.counts({ total, sent, failed, unknown, waiting }),
    ...(failed > 0 ? [reasons(tally, context)] : []),
  ]
  return {
    text: lines.join('\n'),
    ...(waiting > 0 && { quickReplies: [texts.audience.seeStatus({ code: broadcast._id })] }),
  }
}

/** Whoever sent it, and whoever leads everything it reached. To all others it is as if it were not there. */
function maySee({ by, scope }: BroadcastHead, { asker }: Context): boolean {
  // A place that was stored may hold nothing but empty fields.
  const places = scope.map(({ team, station }): TeamPlace => ({
    team: team ?? undefined,
    station: station ?? undefined,
  }))
  return by === asker.person?._id || places.every((place) => may(asker.grants, 'leader', place))
}

/** Reasons of platforms are theirs, in their words and with their ids: people are told which kind it was. */
function reasons(
  tally: { state: OutboxRow['state']; reason?: string; count: number }[],
  { texts }: Context,
): string {
  const sums = { optedOut: 0, calledOff: 0, other: 0 }
  for (const { state, reason, count } of tally) if (state === 'failed') sums[kindOf(reason)] += count
  const parts = [
    ...(sums.optedOut > 0 ? [texts.audience.leftOut.optedOut({ count: sums.optedOut })] : []),
    ...(sums.calledOff > 0 ? [texts.callOff.stopped({ count: sums.calledOff })] : []),
    ...(sums.other > 0 ? [texts.broadcastStatus.refused({ count: sums.other })] : []),
  ]
  return texts.broadcastStatus.reasons({ parts: parts.join(texts.audience.between) })
}

function kindOf(reason: string | undefined): 'optedOut' | 'calledOff' | 'other' {
  if (reason === 'opted out') return 'optedOut'
  return reason === 'called off' ? 'calledOff' : 'other'
}
