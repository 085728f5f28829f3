import type { Reply } from '../../chat/reply.ts'
import { unnamedDeadline } from '../../domain/attendance-times.ts'
import { formatClock, formatDay } from '../../locale/format.ts'
import type { Activity } from '../../store/activity.ts'
import type { Context, Run } from '../command.ts'
import { chooseGroup } from './choose-group.ts'
import type { GroupSignupArgs } from './grammar.ts'

/**
 * 代报: sets how many places a group team has at an activity, and who comes, by name only. When there are fewer places,
 * says so first and takes what there is after 是, the rest on the waiting list.
 */
export const runGroupSignup: Run<GroupSignupArgs> = async (args, context) => {
  const { texts, asker } = context
  if (!asker.person) return { text: texts.common.notRegistered }
  const { code } = args
  if (!code) return { text: texts.groupSignup.which, question: { field: 'code', args } }
  const activity = await context.activity(code)
  if (!activity) return { text: texts.common.noActivity({ code }) }
  const chosen = await chooseGroup(args, context)
  if ('reply' in chosen) return chosen.reply
  const { team } = chosen
  const group = activity.groups?.find((one) => one.team === team)
  const known = { code, team }
  const mine = group?.said.find(({ key }) => key === context.key)
  if (mine) return sayDone({ activity, team, names: args.names ?? group?.names ?? [], ...mine }, context)
  const refusal = refuse(activity, context)
  if (refusal) return refusal
  if (args.confirm === false) return { text: texts.common.nothingDone }
  if (args.list)
    return { text: texts.groupSignup.askNames({ code }), question: { field: 'names', args: known } }
  const names = args.names ?? group?.names ?? []
  const late = unnamedDeadline(activity) <= context.now
  const count = wantedCount(args, { had: group?.count ?? 0, late })
  if (count === undefined)
    return { text: texts.groupSignup.askCount({ code }), question: { field: 'count', args: known } }
  if (late && count > names.length)
    return { text: texts.groupSignup.namesOnly({ code }), question: { field: 'names', args: known } }
  return set({ activity, team, count, names, wait: args.confirm === true }, args, context)
}

/** A list longer than the number raises it; after the deadline the list is the number. */
function wantedCount(
  { count, names }: GroupSignupArgs,
  { had, late }: { had: number; late: boolean },
): number | undefined {
  if (count !== undefined || !names) return count
  return late ? names.length : Math.max(had, names.length)
}

/** Why a group cannot be signed up here: over, called off, or people are asked for something only they can show. */
function refuse(activity: Activity, { texts, now }: Context): Reply | undefined {
  const code = activity._id
  if (activity.state === 'cancelled') return { text: texts.signup.cancelled({ code }) }
  if (activity.state !== 'open' || activity.end <= now) return { text: texts.signup.over({ code }) }
  const { minAge, dangerous, skills } = activity
  return minAge || dangerous || skills.length > 0 ? { text: texts.groupSignup.oneByOne({ code }) } : undefined
}

async function set(
  wish: { activity: Activity; team: string; count: number; names: string[]; wait: boolean },
  args: GroupSignupArgs,
  context: Context,
): Promise<Reply> {
  const { store, texts, now: at, key, asker } = context
  const { activity, team, count, wait, names } = wish
  const code = activity._id
  const by = asker.person?._id ?? asker.identity
  const said = { team, count, names: args.names, wait, by, at, key, told: true }
  const end = await store.activities.setGroup(code, said)
  if (end.kind === 'closed') return { text: texts.signup.over({ code }) }
  if (end.kind === 'set') return sayDone({ activity, team, names, ...end }, context)
  return {
    text: texts.groupSignup.short({ code, wanted: count, count: end.count, rest: end.rest }),
    quickReplies: [texts.common.yes, texts.common.no],
    question: { field: 'confirm', args: { code, team, count, ...(args.names && { names: args.names }) } },
  }
}

function sayDone(
  about: { activity: Activity; team: string; count: number; waiting: number; names: readonly string[] },
  context: Context,
): Reply {
  const { texts, zone } = context
  const { activity, team, count, waiting, names } = about
  const code = activity._id
  if (count + waiting === 0) return { text: texts.groupSignup.none({ code, team }) }
  const deadline = unnamedDeadline(activity)
  const until = `${formatDay(deadline, context)} ${formatClock(deadline, zone)}`
  const named = Math.min(names.length, count + waiting)
  const unnamed = count + waiting - named
  return { text: texts.groupSignup.done({ code, team, count, waiting, named, unnamed, until }) }
}
