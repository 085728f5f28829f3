import type { Reply } from '../../chat/reply.ts'
import { may, reaches } from '../../domain/roles.ts'
import { formatRange } from '../../locale/format.ts'
import type { Activity } from '../../store/activities.ts'
import type { Team } from '../../store/teams.ts'
import type { Context, Run } from '../command.ts'
import { teamPlace } from '../team-place.ts'
import { askForMissing, type CompletePost } from './ask-for-missing.ts'
import { chooseTeam } from './choose-team.ts'
import { echo } from './echo.ts'
import type { PostArgs } from './grammar.ts'

/** Makes an activity: for whom, what is missing, everything said back, and only then the code. */
export const runPost: Run<PostArgs> = async (args, context) => {
  const { store, texts, key } = context
  const made = await store.activities.madeBy(key)
  if (made) return done(made, context)
  if (args.confirm === false) return { text: texts.common.nothingDone }
  const chosen = await chooseTeam(args, context)
  if ('reply' in chosen) return chosen.reply
  const { team } = chosen
  const known = { ...args, ...(team && { team: team._id }) }
  const asked = await askForMissing(known, context)
  if ('reply' in asked) return asked.reply
  if (!args.confirm) return echo(asked.post, context)
  return done(await make(asked.post, team, context), context)
}

/** The code is fixed for the message before the row is written, so that two runs of one message make one activity. */
async function make(post: CompletePost, team: Team | undefined, context: Context): Promise<Activity> {
  const { store, key, now } = context
  const mark = `activity-of:${key}`
  const known = await store.marks.find(mark)
  if (!known) await store.marks.setOnce(mark, { key, at: now, text: await store.counters.next('activity') })
  const code = (known ?? (await store.marks.find(mark)))?.text ?? ''
  const { station } = team ? teamPlace(team) : {}
  const activity: Activity = {
    _id: code,
    title: post.title,
    category: post.category,
    ...(team && { team: team._id }),
    ...(station && { station }),
    place: post.place,
    start: new Date(post.start),
    end: new Date(post.end),
    restMinutes: post.restMinutes ?? 0,
    places: post.places,
    taken: 0,
    holds: [],
    waiting: [],
    freed: [],
    ...(post.risk && { risk: post.risk }),
    ...(post.minAge && { minAge: post.minAge }),
    ...(post.dangerous && { dangerous: true }),
    skills: post.skills ?? [],
    state: 'open',
    responsible: await responsibleFor(team, context),
    key,
    createdAt: now,
  }
  await store.activities.add(activity)
  return activity
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

const done = (activity: Activity, context: Context): Reply => ({
  text: context.texts.post.done({
    code: activity._id,
    title: activity.title,
    when: formatRange(activity, context),
  }),
  quickReplies: context.texts.post.next({ code: activity._id }),
})
