import type { Reply } from '../../chat/reply.ts'
import { formatMinutes, formatRange } from '../../locale/format.ts'
import type { Context } from '../command.ts'
import type { SeriesPlan } from '../plan-series.ts'
import { seriesLines } from '../say-series.ts'
import type { CompletePost } from './ask-for-missing.ts'

/** Says everything back with absolute dates, and waits for a yes. */
export function echo(post: CompletePost, plan: SeriesPlan | undefined, context: Context): Reply {
  const { texts } = context
  const conditions = texts.post.conditions({
    risk: post.risk,
    dangerous: post.dangerous ?? false,
    minAge: post.minAge,
    skills: post.skills?.length ? post.skills.join(texts.post.between) : undefined,
  })
  const rest = post.restMinutes ? formatMinutes(post.restMinutes, texts) : undefined
  const lines = [
    texts.post.check,
    texts.post.what({ title: post.title, category: post.category, team: post.team }),
    ...(plan ? [texts.series.count({ count: plan.made.length, rest }), ...seriesLines(plan, context)] : []),
    plan ? '' : texts.post.when({ when: formatRange(post, context), rest }),
    texts.post.where({ place: post.place, places: post.places }),
    conditions,
    texts.post.confirm,
  ]
  return {
    text: lines.filter((line) => line !== '').join('\n'),
    quickReplies: [texts.common.yes, texts.common.no],
    question: { field: 'confirm', args: plan ? { ...post, spans: plan.made } : post },
  }
}
