import type { Reply } from '../../chat/reply.ts'
import type { SignupState } from '../../domain/signup-states.ts'
import { formatRange } from '../../locale/format.ts'
import type { Activity } from '../../store/activities.ts'
import type { Context } from '../command.ts'

/** Sign-ups that are past and leave the way open to sign up again. */
const gone: readonly SignupState[] = ['cancelled', 'declined', 'excused']

/** One activity; whether the asker is in it is told to the asker alone. */
export async function detail(activity: Activity, context: Context): Promise<Reply> {
  const { store, texts, asker, place } = context
  const { _id: code } = activity
  const isRoom = place.kind === 'room'
  const [signup, responsible] = await Promise.all([
    asker.person ? store.signups.find(code, asker.person._id) : null,
    isRoom ? null : store.people.find(activity.responsible),
  ])
  const conditions = texts.post.conditions({
    risk: activity.risk,
    dangerous: activity.dangerous ?? false,
    minAge: activity.minAge,
    skills: activity.skills.length > 0 ? activity.skills.join(texts.list.between) : undefined,
  })
  const state = stateOf(activity, context.now)
  const mine = signup && texts.list.mine[signup.state]
  const canJoin = state === undefined && (!signup || gone.includes(signup.state))
  const closing = [
    state ? texts.list.states[state] : placesOf(activity, context),
    mine && !isRoom ? mine : '',
    canJoin ? texts.list.howToJoin({ code }) : '',
  ]
  const lines = [
    texts.list.title({ code, title: activity.title, category: activity.category, team: activity.team }),
    texts.list.where({
      when: formatRange(activity, context),
      place: activity.place,
      meetAt: activity.meetAt,
    }),
    activity.bring ? texts.list.bring({ bring: activity.bring }) : '',
    conditions,
    responsible ? texts.list.contact({ name: responsible.name }) : '',
    closing.filter((part) => part !== '').join(texts.list.gap),
  ]
  return {
    text: lines.filter((line) => line !== '').join('\n'),
    ...(mine && isRoom && { private: texts.list.mineIn({ code, state: mine }) }),
    ...(canJoin && { quickReplies: [texts.list.signup({ code })] }),
  }
}

function placesOf({ places, taken, waiting }: Activity, { texts }: Context): string {
  return texts.list.places({ places, left: Math.max(0, places - taken), waiting: waiting.length })
}

/** Why nobody can join any more, or that it is under way. */
function stateOf({ state, start, end }: Activity, now: Date) {
  if (state !== 'open') return state
  if (end <= now) return 'over'
  return start <= now ? 'running' : undefined
}
