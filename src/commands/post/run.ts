import { may, reaches } from '../../domain/roles.ts'
import type { Team } from '../../store/teams.ts'
import type { Context, Run } from '../command.ts'
import { type ActivityPlan, hasBegunMaking, makeActivities } from '../make-activities.ts'
import { planSeries, type Span } from '../plan-series.ts'
import { sayMade } from '../say-made.ts'
import { seriesLines } from '../say-series.ts'
import { teamPlace } from '../team-place.ts'
import { askForMissing, type CompletePost, spansOfSeries } from './ask-for-missing.ts'
import { chooseTeam } from './choose-team.ts'
import { echo } from './echo.ts'
import type { PostArgs } from './grammar.ts'

/** Makes an activity, or a series: for whom, what is missing, everything said back, and only then the code. */
export const runPost: Run<PostArgs> = async (args, context) => {
  const { store, texts, key } = context
  const made = await store.activities.madeBy(key)
  if (made) return sayMade([made], context)
  if (args.confirm === false) return { text: texts.common.nothingDone }
  const chosen = await chooseTeam(args, context)
  if ('reply' in chosen) return chosen.reply
  const { team } = chosen
  const known = { ...args, ...(team && { team: team._id }) }
  const asked = await askForMissing(known, context)
  if ('reply' in asked) return asked.reply
  const { post } = asked
  const finish = async (spans: readonly Span[]) =>
    sayMade(await makeActivities(await planOf(post, team, context), spans, context), context)
  if (!post.series) return args.confirm ? finish([post]) : echo(post, undefined, context)
  if (post.spans && (await hasBegunMaking(context))) return finish(post.spans)
  const spans = post.spans ?? spansOfSeries(post.series, context)
  const plan = await planSeries(spans, post, context)
  if (plan.made.length === 0)
    return {
      text: [texts.series.none, ...seriesLines(plan, context)].join('\n'),
      question: {
        field: 'start',
        args: { ...known, series: undefined, spans: undefined, confirm: undefined },
      },
    }
  return args.confirm && post.spans && plan.made.length === spans.length
    ? finish(spans)
    : echo(post, plan, context)
}

async function planOf(post: CompletePost, team: Team | undefined, context: Context): Promise<ActivityPlan> {
  const { station } = team ? teamPlace(team) : {}
  return {
    title: post.title,
    category: post.category,
    ...(team && { team: team._id }),
    ...(station && { station }),
    place: post.place,
    restMinutes: post.restMinutes ?? 0,
    places: post.places,
    ...(post.risk && { risk: post.risk }),
    ...(post.minAge && { minAge: post.minAge }),
    ...(post.dangerous && { dangerous: true }),
    skills: post.skills ?? [],
    responsible: await responsibleFor(team, context),
  }
}

/** The asker if a social worker of that team, else the team's social worker; without one the asker after all. */
async function responsibleFor(team: Team | undefined, { store, asker }: Context): Promise<string> {
  const place = team ? teamPlace(team) : {}
  const self = asker.person?._id ?? ''
  if (may(asker.grants, 'socialWorker', place)) return self
  const workers = await store.people.withRole('socialWorker')
  const own = workers.find(({ grants }) =>
    grants.some(({ role, scope }) => role === 'socialWorker' && reaches(scope, place)),
  )
  return own?._id ?? self
}
