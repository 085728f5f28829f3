import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import { formatMinutes } from '../../locale/format.ts'
import type { SignupState } from '../../domain/signup-states.ts'
import type { Activity } from '../../store/activity.ts'
import { activityLine } from '../activity-line.ts'
import type { Context, Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import type { OneActivity } from '../one-activity.ts'

/** Names of one kind in one answer; a longer list belongs into the console. */
const shownNames = 100
/** Activities offered when none is named. */
const shownActivities = 5
const states: readonly SignupState[] = ['confirmed', 'arrived', 'completed', 'no_show', 'offered', 'waiting']

/** 名单: who comes, for the leaders of the activity's team; to the asker alone. */
export const runRoster: Run<OneActivity> = async ({ code }, context) => {
  const { asker, texts } = context
  if (!code) return ask(context)
  const activity = await context.activity(code)
  if (!activity) return { text: texts.common.noActivity({ code }) }
  if (!may(asker.grants, 'leader', activity))
    return {
      text: texts.common.notYourTeam({ team: activity.team ?? activity.station }),
    }
  return inPrivate(await list(activity, context), context)
}

async function list(activity: Activity, context: Context): Promise<string> {
  const { store, texts } = context
  const rows = await store.signups.ofActivity(activity._id, states)
  const people = await store.people.many(rows.map(({ person }) => person))
  const names = new Map(people.map(({ _id, name }) => [_id, name]))
  const inOrder = new Map(activity.waiting.map(({ person }, i) => [person, i]))
  const of = (...some: SignupState[]) => rows.filter(({ state }) => some.includes(state))
  const [coming, offered] = [of('confirmed', 'arrived', 'completed', 'no_show'), of('offered')]
  const waiting = of('waiting').toSorted(
    (a, b) => (inOrder.get(a.person) ?? 0) - (inOrder.get(b.person) ?? 0),
  )
  const marks: Partial<Record<SignupState, string>> = {
    arrived: texts.roster.arrived,
    completed: texts.roster.completed,
    no_show: texts.roster.noShow,
  }
  const lines = (some: typeof rows) => [
    ...some.slice(0, shownNames).map(({ person, state, late, at }, i) => {
      const line = texts.roster.person({ n: i + 1, name: names.get(person) ?? '', number: person })
      // Said of an earlier place it means nothing any more.
      const isLate = late && state === 'confirmed' && late.at >= at
      const mark = isLate ? texts.roster.late({ time: formatMinutes(late.minutes, texts) }) : marks[state]
      return mark ? `${line} ${mark}` : line
    }),
    ...(some.length > shownNames ? [texts.roster.more({ count: some.length - shownNames })] : []),
  ]
  const groups = (activity.groups ?? []).flatMap(({ team, count, names }) => {
    const wants = activity.waiting.find(({ group }) => group === team)?.count ?? 0
    return count + wants > 0 ? [{ team, count, waiting: wants, names: names.slice(0, shownNames) }] : []
  })
  const inGroups = (of: 'count' | 'waiting') => groups.reduce((sum, group) => sum + group[of], 0)
  const title = texts.roster.title({
    what: activityLine(activity, context),
    places: activity.places,
    confirmed: coming.length + inGroups('count'),
    offered: offered.length,
    waiting: waiting.length + inGroups('waiting'),
  })
  return [
    title,
    ...(rows.length + groups.length === 0 ? [texts.roster.nobody] : lines(coming)),
    ...groups.map((group) =>
      texts.groupSignup.listed({ ...group, names: group.names.join(texts.post.between) }),
    ),
    ...(offered.length > 0 ? [texts.roster.offered, ...lines(offered)] : []),
    ...(waiting.length > 0 ? [texts.roster.waiting, ...lines(waiting)] : []),
  ].join('\n')
}

async function ask(context: Context): Promise<Reply> {
  const { asker, store, texts, now } = context
  const upcoming = await store.activities.upcoming({ now, limit: 100 })
  const own = upcoming.filter((activity) => may(asker.grants, 'leader', activity)).slice(0, shownActivities)
  if (own.length === 0) return { text: texts.roster.nothing }
  return {
    text: [texts.roster.which, ...own.map((activity) => activityLine(activity, context))].join('\n'),
    quickReplies: own.map(({ _id }) => _id),
    question: { field: 'code', args: {} },
  }
}
