import type { z } from 'zod'
import { formatClock } from '../../locale/format.ts'
import { activityLine } from '../activity-line.ts'
import type { Context, Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { ownActivities } from '../own-activities.ts'
import type { shiftsGrammar } from './grammar.ts'

/** Lines of the list: the title and the rest still fit on a phone. */
const shown = 10

/** 我的班次: what one has a place at, an offer for or waits for, soonest first. */
export const runShifts: Run<z.infer<typeof shiftsGrammar.shape>> = async (_args, context) => {
  const { asker, store, texts, now } = context
  if (!asker.person) return { text: texts.common.notRegistered }
  const own = await ownActivities(store, { person: asker.person._id, now })
  if (own.length === 0) return { text: texts.shifts.none, quickReplies: [texts.shifts.list] }
  const lines = own.slice(0, shown).map((one) => line(one, context))
  const more = own.length > shown ? [texts.shifts.more({ count: own.length - shown })] : []
  return inPrivate([texts.shifts.title, ...lines, ...more].join('\n'), context)
}

function line(
  { activity, row }: Awaited<ReturnType<typeof ownActivities>>[number],
  context: Context,
): string {
  const { texts, zone } = context
  const what = activityLine(activity, context)
  if (row.state === 'confirmed')
    return texts.shifts.confirmed({ what, place: activity.meetAt ?? activity.place })
  const position = activity.waiting.findIndex(({ person }) => person === row.person) + 1
  if (position > 0) return texts.shifts.waiting({ what, position })
  const until = activity.holds.find(({ person }) => person === row.person)?.until
  return texts.shifts.offered({ what, until: formatClock(until ?? activity.start, zone) })
}
