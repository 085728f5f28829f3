import type { Notice, Reply } from '../../chat/reply.ts'
import type { SignupState } from '../../domain/signup-states.ts'
import type { Texts } from '../../locale/index.ts'
import type { Activity } from '../../store/activity.ts'
import type { Person } from '../../store/people.ts'
import { activityLine } from '../activity-line.ts'
import { cancelSignup } from '../cancel/cancel-signup.ts'
import type { Context, Run } from '../command.ts'
import { ownActivities } from '../own-activities.ts'
import { isSurelyName, readPersonName } from '../parse/person-name.ts'
import { asProse } from '../prose.ts'
import { makeRequest } from '../requests/make-request.ts'
import type { RequestExcuseArgs } from './grammar.ts'

/** States somebody can be excused from: given back, missed, or over without having come. */
const askable: readonly SignupState[] = ['cancelled', 'no_show', 'confirmed']
/** Activities offered when none is named. */
const shown = 5

/**
 * 请假: one's own place is given back at once, as by 取消, and whoever leads the activity's team is asked to excuse it.
 * What was cancelled or missed already can be asked about too.
 */
export const runRequestExcuse: Run<RequestExcuseArgs> = async (args, context) => {
  const { texts } = context
  const { person } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const { code } = args
  if (!code) return askCode(args, person, context)
  const activity = await context.activity(code)
  if (!activity) return { text: texts.common.noActivity({ code }) }
  const { reason } = args
  if (!reason) return askReason(activity, person, context)
  if (await namesSomebody(reason, context)) return { text: texts.requestExcuse.forOthers({ code }) }
  return ask({ activity, person, reason: asProse(reason) }, context)
}

/** Nobody is asked for a reason who has nothing to be excused from. */
async function askReason(activity: Activity, person: Person, { store, texts }: Context): Promise<Reply> {
  const code = activity._id
  const row = await store.signups.find(code, person._id)
  if (!row) return { text: texts.requestExcuse.notSignedUp({ code }) }
  if (row.state === 'waiting' || row.state === 'offered')
    return { text: texts.requestExcuse.onlyWaiting({ code }) }
  if (!askable.includes(row.state)) return { text: notPossible(code, row.state, texts) }
  return { text: texts.requestExcuse.why({ code }), question: { field: 'reason', args: { code } } }
}

const notPossible = (code: string, state: SignupState, texts: Texts): string =>
  texts.requestExcuse.notPossible({ code, state: texts.noShow.states[state] })

async function ask(
  { activity, person, reason }: { activity: Activity; person: Person; reason: string },
  context: Context,
): Promise<Reply> {
  const { store, texts, key } = context
  const code = activity._id
  const what = activityLine(activity, context)
  const by = person._id
  const outcome = await cancelSignup({ code, person: by, by, key, reason }, context)
  const cancelled = outcome.kind === 'cancelled' ? outcome : undefined
  if (cancelled && cancelled.from !== 'confirmed') return { text: texts.requestExcuse.noPlace({ what }) }
  const row = await store.signups.find(code, by)
  if (!row) return { text: texts.requestExcuse.notSignedUp({ code }) }
  if (!askable.includes(row.state)) return { text: notPossible(code, row.state, texts) }
  const { request, first, notices } = await makeRequest(
    {
      kind: 'excuse',
      needs: 'leader',
      team: activity.team,
      station: activity.station,
      args: { activity: code, title: activity.title, row: row.key },
      reason,
      wish: `excuse:${code}:${by}:${row.key}`,
    },
    context,
  )
  if (!first) return { text: texts.requestExcuse.waiting({ code, request: request._id }) }
  const freed = cancelled !== undefined
  return {
    text: texts.requestExcuse.done({ what, request: request._id, freed, late: cancelled?.late ?? false }),
    notices: [...notices, ...tellResponsible({ activity, person, reason, notices, freed }, context)],
  }
}

/** Whoever is responsible hears of a place given back even when somebody nearer is asked to excuse it. */
function tellResponsible(
  about: { activity: Activity; person: Person; reason: string; notices: readonly Notice[]; freed: boolean },
  context: Context,
): Notice[] {
  const { activity, person, reason } = about
  const { responsible } = activity
  const knows = responsible === person._id || about.notices.some((notice) => notice.person === responsible)
  if (knows || !about.freed) return []
  const { name, _id: number } = person
  return [
    {
      person: responsible,
      say: ({ texts }) => {
        const what = activityLine(activity, { ...context, texts })
        return { text: texts.cancel.leader({ name, number, what, late: false, reason }) }
      },
    },
  ]
}

/** `请假 A12 李秀英` is said by somebody who means to excuse her, and must not give their own place back. */
async function namesSomebody(reason: string, { store }: Context): Promise<boolean> {
  const who = readPersonName(reason)
  return who !== undefined && (isSurelyName(who) || (await store.people.named(who)).length > 0)
}

async function askCode(args: RequestExcuseArgs, person: Person, context: Context): Promise<Reply> {
  const { store, texts, now } = context
  const own = (await ownActivities(store, { person: person._id, now })).slice(0, shown)
  if (own.length === 0) return { text: texts.requestExcuse.nothing }
  return {
    text: [texts.requestExcuse.which, ...own.map(({ activity }) => activityLine(activity, context))].join(
      '\n',
    ),
    quickReplies: own.map(({ activity }) => activity._id),
    question: { field: 'code', args },
  }
}
