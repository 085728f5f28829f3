import type { Reply } from '../chat/reply.ts'
import { may } from '../domain/roles.ts'
import type { Activity } from '../store/activity.ts'
import type { Context } from './command.ts'

const offered = 5

/**
 * The activity a leader or social worker is about to change, or the sentence that says why they cannot. Asked before
 * the question and again when it is answered. Without a code it asks for one, as the question `code`.
 */
async function managedActivity(
  args: { code?: string | undefined },
  context: Context,
): Promise<{ activity: Activity } | { reply: Reply }> {
  const { texts, asker } = context
  const { code } = args
  if (!code) return { reply: await askManaged(args, texts.manage.nothing, context) }
  const activity = await context.activity(code)
  if (!activity) return { reply: { text: texts.common.noActivity({ code }) } }
  if (may(asker.grants, 'leader', activity)) return { activity }
  return { reply: { text: texts.manage.notYours({ code, team: activity.team ?? activity.station }) } }
}

/** The same, of an activity that can still be changed. */
export async function changeableActivity(
  args: { code?: string | undefined },
  context: Context,
): Promise<{ activity: Activity } | { reply: Reply }> {
  const found = await managedActivity(args, context)
  if ('reply' in found) return found
  const refusal = unchangeable(found.activity, context)
  return refusal ? { reply: refusal } : found
}

/** Why an activity cannot be changed any more: called off, closed or over. */
function unchangeable(
  { _id: code, state, end }: Activity,
  { texts, now }: Pick<Context, 'texts' | 'now'>,
): Reply | undefined {
  if (state === 'cancelled') return { text: texts.manage.calledOff({ code }) }
  return state === 'closed' || end <= now ? { text: texts.manage.over({ code }) } : undefined
}

/** Offers what the asker may lead, soonest first, as the question `code`; or says `nothing`. */
export async function askManaged(
  args: Record<string, unknown>,
  nothing: string,
  { store, texts, now, asker }: Context,
): Promise<Reply> {
  const soon = await store.activities.upcoming({ now, limit: 50 })
  const mine = soon.filter((activity) => may(asker.grants, 'leader', activity)).slice(0, offered)
  if (mine.length === 0) return { text: nothing }
  const options = mine.map(({ _id, title }) => `${_id} ${title}`).join(texts.audience.between)
  return {
    text: texts.common.whichActivity({ options }),
    quickReplies: mine.map(({ _id }) => _id),
    question: { field: 'code', args },
  }
}
