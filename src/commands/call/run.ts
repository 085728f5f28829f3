import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import { placeStates } from '../../domain/signup-states.ts'
import { quietEnd, quietHours } from '../../domain/quiet-hours.ts'
import { resolveAudience } from '../audience.ts'
import type { Activity } from '../../store/activity.ts'
import type { Context, Run } from '../command.ts'
import { askManaged } from '../managed-activity.ts'
import { askMoment, sayMoment, type ScheduledArgs } from '../schedule-args.ts'
import { begun, previewDraft, sendDraft } from '../send-to-many.ts'
import { callText } from './call-text.ts'

export type CallArgs = ScheduledArgs & {
  code?: string | undefined
  audience?: string | undefined
  confirm?: boolean | undefined
}

/** Calls an audience to an activity: shows whom it would reach and with which words, and goes out after 是. */
export const runCall: Run<CallArgs> = async (args, context) => {
  const { store, texts, key, now, asker } = context
  const made = await store.broadcasts.madeBy(key)
  if (made) return begun(made, context)
  const { code } = args
  if (!code) return askManaged(args, texts.call.nothingToCall, context)
  const activity = await context.activity(code)
  if (!activity) return { text: texts.common.noActivity({ code }) }
  if (!may(asker.grants, 'leader', activity))
    return { text: texts.call.notYours({ code, team: activity.team ?? activity.station }) }
  if (activity.state === 'cancelled') return { text: texts.call.cancelled({ code }) }
  if (activity.state === 'closed' || activity.end <= now) return { text: texts.call.over({ code }) }
  if (args.confirm === false) return { text: texts.common.nothingDone }
  const askAudience = (text: string): Reply => ({
    text,
    ...(activity.team && { quickReplies: [activity.team] }),
    question: { field: 'audience', args: { ...args, audience: undefined } },
  })
  if (!args.audience) return askAudience(texts.call.askAudience({ code, team: activity.team }))

  const unclear = askMoment(args, args, context)
  if (unclear) return unclear
  if (args.at !== undefined && args.at >= activity.end.getTime())
    return { text: texts.call.overThen({ code, when: sayMoment(args.at, context) }) }
  const rows = await store.signups.ofActivity(code, ['waiting', ...placeStates])
  const signedUp = rows.map(({ person }) => person)
  const audience = await resolveAudience(args.audience, { role: 'leader', signedUp, activity }, context)
  if ('problem' in audience) return askAudience(audience.problem)
  const draft = {
    kind: 'call' as const,
    activity: code,
    text: callText(activity, context),
    quickReplies: [texts.call.signUp({ code })],
    audience,
    ...(isUrgent(activity, args.at ?? now.getTime(), context) && { urgent: true }),
    said: args.audience,
    at: args.at,
  }
  if (!args.confirm || audience.targets.length === 0) return previewDraft(draft, args, context)
  return sendDraft(draft, context)
}

/** Whether it would come too late after the quiet hours: then it goes out in them. */
function isUrgent({ start }: Activity, from: number, { rules, zone }: Context): boolean {
  const end = quietEnd(from, quietHours(rules, zone))
  return end !== undefined && start.getTime() <= end
}
