import type { Reply } from '../../chat/reply.ts'
import { addDays, startOfDay } from '../../domain/time/local-date.ts'
import { formatRange } from '../../locale/format.ts'
import type { Activity } from '../../store/activities.ts'
import type { Context, Run } from '../command.ts'
import { detail } from './detail.ts'
import { pageSize } from './grammar.ts'

export type ListArgs = {
  code?: string | undefined
  from?: string | undefined
  /** Inclusive. */
  to?: string | undefined
  category?: string | undefined
  team?: string | undefined
  skip?: number | undefined
}

/**
 * Open activities, soonest first, five at a time, or one of them in detail. How far one has read is kept in the open
 * question that 更多 answers, and nowhere else.
 */
export const runList: Run<ListArgs> = async (args, context) => {
  const { store, texts, now, zone } = context
  if (args.code) {
    const activity = await context.activity(args.code)
    return activity ? detail(activity, context) : { text: texts.common.noActivity({ code: args.code }) }
  }
  const { skip = 0, from, to, category, team } = args
  const found = await store.activities.upcoming({
    now,
    ...(from && { from: new Date(startOfDay(from, zone)) }),
    ...(to && { to: new Date(startOfDay(addDays(to, 1), zone)) }),
    ...(category && { category }),
    ...(team && { team }),
    skip,
    limit: pageSize + 1,
  })
  const shown = found.slice(0, pageSize)
  const [first] = shown
  if (!first) return nothing(args, context)
  const hasMore = found.length > pageSize
  const lines = shown.map((activity) => lineOf(activity, context))
  return {
    text: [...lines, hasMore ? texts.list.more : texts.list.end({ code: first._id })].join('\n'),
    quickReplies: [...shown.map(({ _id }) => _id), ...(hasMore ? [texts.list.next] : [])],
    // Who has read on may ask for more once more, and is told that there is none.
    ...((hasMore || skip > 0) && { question: { field: 'skip', args: { ...args, skip } } }),
  }
}

function lineOf(activity: Activity, context: Context): string {
  const { _id: code, title, place, places, taken, waiting } = activity
  const left = waiting.length > 0 ? 0 : places - taken
  return context.texts.list.line({
    code,
    when: formatRange(activity, context),
    title,
    place,
    left: context.texts.list.left({ left }),
  })
}

function nothing({ skip, ...filter }: ListArgs, { texts }: Context): Reply {
  if (skip) return { text: texts.list.noMore, quickReplies: [texts.list.all] }
  const isNarrow = Object.values(filter).some((value) => value !== undefined)
  return isNarrow ? { text: texts.list.noneThere, quickReplies: [texts.list.all] } : { text: texts.list.none }
}
