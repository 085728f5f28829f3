import type { Notice } from '../chat/reply.ts'
import type { Activity } from '../store/activity.ts'
import { activityLine } from './activity-line.ts'
import type { Context } from './command.ts'

/** What somebody who had a place, an offer or a wait is told when the activity is called off. */
export function calledOffNotice(
  activity: Activity,
  person: string,
  at: Pick<Context, 'zone' | 'now'>,
): Notice {
  const reason = activity.calledOff?.reason ?? ''
  return {
    person,
    say: ({ texts }) => ({
      text: texts.callOff.told({ what: activityLine(activity, { ...at, texts }), reason }),
    }),
  }
}
