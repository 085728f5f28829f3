import type { Reply } from '../../chat/reply.ts'
import type { Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { hoursWaiting } from './hours-waiting.ts'
import { requestsWaiting } from './requests-waiting.ts'

/** Lines of each kind shown when both wait; one kind alone may have both shares. With header and hint that makes six. */
const share = 2

/** What waits for somebody's word: requests of people, and hours grouped by activity, oldest first. */
export const runPending: Run<Record<string, never>> = async (_args, context): Promise<Reply> => {
  const { texts } = context
  const { person } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const [hours, requests] = await Promise.all([
    hoursWaiting(person, context),
    requestsWaiting(person, 2 * share, context),
  ])
  if (hours.count === 0 && requests.count === 0) return { text: texts.pending.none }
  const sayRequests = requests.lines.slice(0, Math.max(share, 2 * share - hours.lines.length))
  const sayHours = hours.lines.slice(0, 2 * share - sayRequests.length)
  const header = texts.pending.header({
    requests: requests.count,
    groups: hours.count,
    lines: hours.entries,
  })
  const next = hours.next ?? requests.next ?? ''
  return {
    ...inPrivate([header, ...sayRequests, ...sayHours, next].join('\n'), context),
    quickReplies: [...requests.say.slice(0, sayRequests.length), ...hours.say.slice(0, sayHours.length)],
  }
}
