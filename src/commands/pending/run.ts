import type { Reply } from '../../chat/reply.ts'
import type { Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { reportsWaiting } from '../reports/reports-waiting.ts'
import { hoursWaiting } from './hours-waiting.ts'
import { requestsWaiting } from './requests-waiting.ts'

/** Lines shown of all kinds together. With header and hint that makes six. */
const most = 4

/** What waits for somebody's word: requests and reports of people, and hours grouped by activity, oldest first. */
export const runPending: Run<Record<string, never>> = async (_args, context): Promise<Reply> => {
  const { texts } = context
  const { person } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const [hours, requests, reports] = await Promise.all([
    hoursWaiting(person, context),
    requestsWaiting(person, most, context),
    reportsWaiting(person, most, context),
  ])
  const kinds = [requests, reports, hours]
  if (kinds.every(({ count }) => count === 0)) return { text: texts.pending.none }
  const shares = shareOut(kinds.map(({ lines }) => lines.length))
  const shown = kinds.map(({ lines, say }, i) => ({
    lines: lines.slice(0, shares[i]),
    say: say.slice(0, shares[i]),
  }))
  const header = texts.pending.header({
    requests: requests.count,
    reports: reports.count,
    groups: hours.count,
    lines: hours.entries,
  })
  const next = hours.next ?? requests.next ?? reports.next ?? ''
  return {
    ...inPrivate([header, ...shown.flatMap(({ lines }) => lines), next].join('\n'), context),
    quickReplies: shown.flatMap(({ say }) => say),
  }
}

/** Gives each kind a line in turn for as long as it has one: what waits alone may have all of them. */
function shareOut(there: readonly number[]): number[] {
  const shares = there.map(() => 0)
  for (
    let left = most, turn = 0, idle = 0;
    left > 0 && idle < there.length;
    turn = (turn + 1) % there.length
  ) {
    const share = shares[turn] ?? 0
    if (share < (there[turn] ?? 0)) {
      shares[turn] = share + 1
      left--
      idle = 0
    } else idle++
  }
  return shares
}
