import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import { addDays, localDate } from '../../domain/time/local-date.ts'
import type { Activity } from '../../store/activity.ts'
import type { Context, Run } from '../command.ts'
import { type ActivityPlan, hasBegunMaking, makeActivities } from '../make-activities.ts'
import { clockOf, daysOf, planSeries, type Span, spansOn } from '../plan-series.ts'
import { sayMade } from '../say-made.ts'
import { seriesLines } from '../say-series.ts'
import { mostDates } from '../series-args.ts'
import type { RepostArgs } from './grammar.ts'

/** 再发: the same activity on another day or on many, all days shown first; each copy is one of its own after 是. */
export const runRepost: Run<RepostArgs> = async (args, context) => {
  const { texts, asker } = context
  const { code } = args
  if (!code) return { text: texts.repost.which, question: { field: 'code', args } }
  const source = await context.activity(code)
  if (!source) return { text: texts.common.noActivity({ code }) }
  if (args.spans && (await hasBegunMaking(context))) return make(source, args.spans, context)
  if (!may(asker.grants, 'leader', source))
    return { text: texts.manage.notYours({ code, team: source.team ?? source.station }) }
  if (args.confirm === false) return { text: texts.common.nothingDone }
  const askDays = (text: string): Reply => ({ text, question: { field: 'days', args: { code } } })
  const { series } = args
  if (series && series.times === undefined && series.until === undefined)
    return { text: texts.series.askEnd, question: { field: 'end', args } }
  const spans = spansOf(args, source, context)
  if (!spans) return askDays(texts.repost.askDays({ code }))
  if (spans.length > mostDates || (series?.times ?? 0) > mostDates)
    return askDays(texts.series.tooMany({ most: mostDates }))
  const plan = await planSeries(spans, source, context)
  if (plan.made.length === 0) return askDays([texts.series.none, ...seriesLines(plan, context)].join('\n'))
  if (args.confirm && plan.made.length === spans.length) return make(source, spans, context)
  const head = {
    what: `${code} ${source.title}`,
    count: plan.made.length,
    place: source.place,
    places: source.places,
  }
  return {
    text: [texts.repost.check(head), ...seriesLines(plan, context), texts.post.confirm].join('\n'),
    quickReplies: [texts.common.yes, texts.common.no],
    question: { field: 'confirm', args: { code, spans: plan.made } },
  }
}

/** When the copies are to be; a series begins after the activity itself, or today when that is over. */
function spansOf(
  { spans, dates, series }: RepostArgs,
  source: Activity,
  { now, zone }: Context,
): Span[] | undefined {
  if (spans) return spans
  const clock = series?.clock ?? clockOf(source, zone)
  if (dates) return spansOn(dates, clock, zone)
  if (!series) return undefined
  const [today, day] = [localDate(now.getTime(), zone), localDate(source.start.getTime(), zone)]
  return spansOn(daysOf(series, day < today ? today : addDays(day, 1)), clock, zone)
}

const make = async (source: Activity, spans: readonly Span[], context: Context): Promise<Reply> =>
  sayMade(await makeActivities(planOf(source), spans, context), context)

/** What a copy takes over: the plan, and nothing that happened at it. */
function planOf(source: Activity): ActivityPlan {
  const { title, category, team, station, place, meetAt, bring, risk } = source
  const { restMinutes, places, minAge, dangerous, skills, responsible } = source
  return {
    title,
    category,
    place,
    restMinutes,
    places,
    skills,
    responsible,
    ...(team && { team }),
    ...(station && { station }),
    ...(meetAt && { meetAt }),
    ...(bring && { bring }),
    ...(risk && { risk }),
    ...(minAge && { minAge }),
    ...(dangerous && { dangerous }),
  }
}
