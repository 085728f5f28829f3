import type { Reply } from '../chat/reply.ts'
import { formatDay, formatRange } from '../locale/format.ts'
import type { Activity } from '../store/activity.ts'
import type { Context } from './command.ts'

/** What was posted: one activity with its time, or several with the range of their codes, first and last day. */
export function sayMade(made: readonly Activity[], context: Pick<Context, 'texts' | 'zone' | 'now'>): Reply {
  const { texts } = context
  const [first, last] = [made[0], made.at(-1)]
  if (!first || !last) return { text: texts.common.nothingDone }
  const { _id: code, title } = first
  const quickReplies = texts.post.next({ code })
  if (first === last)
    return { text: texts.post.done({ code, title, when: formatRange(first, context) }), quickReplies }
  const [from, to] = [formatDay(first.start, context), formatDay(last.start, context)]
  return {
    text: texts.series.done({ code, last: last._id, count: made.length, title, from, to }),
    quickReplies,
  }
}
