import { reachOf } from '../../domain/reach.ts'
import { formatDay, formatMinutes } from '../../locale/format.ts'
import type { Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'

/** Activities shown at once; with the first and the last line that makes six. */
const shown = 4

/** What waits for this social worker's word, grouped by activity, oldest first. */
export const runPending: Run<Record<string, never>> = async (_args, context) => {
  const { store, texts } = context
  const { person, grants } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const groups = await store.hours.waitingFor(person._id, reachOf(grants, 'socialWorker'))
  const [first] = groups
  if (!first) return { text: texts.pending.none }
  const activities = await store.activities.many(groups.slice(0, shown).map(({ activity }) => activity))
  const lines = groups.slice(0, shown).map((group) => {
    const activity = activities.find(({ _id }) => _id === group.activity)
    return texts.pending.group({
      code: group.activity,
      what: activity ? `${formatDay(activity.start, context)} ${activity.title}` : '',
      count: group.count,
      claimed: formatMinutes(group.claimed, texts),
      planned: formatMinutes(group.planned, texts),
      attended: group.attendances > 0 ? formatMinutes(group.attended, texts) : undefined,
      attendances: group.attendances,
      unclaimed: group.unclaimed,
      differing: group.differing,
      seconding: group.seconding,
    })
  })
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const text = [
    texts.pending.header({ groups: groups.length, lines: total }),
    ...lines,
    texts.pending.next({ code: first.activity }),
  ].join('\n')
  return {
    ...inPrivate(text, context),
    quickReplies: groups.slice(0, shown).map(({ activity }) => texts.pending.verifyAll({ code: activity })),
  }
}
