import type { Notice } from '../chat/reply.ts'
import type { Activity } from '../store/activity.ts'
import { activityLine } from './activity-line.ts'
import type { Context } from './command.ts'

/** What somebody who had a place, an offer or a wait is told when the activity is called off. */
export function calledOffNotice(
  activity: Activity,
  person: string,
  context: Pick<Context, 'texts' | 'zone' | 'now'>,
): Notice {
  const what = activityLine(activity, context)
  return { person, text: context.texts.callOff.told({ what, reason: activity.calledOff?.reason ?? '' }) }
}
