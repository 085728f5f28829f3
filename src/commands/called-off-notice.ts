import type { Notice } from '../chat/reply.ts'
import type { Activity } from '../store/activity.ts'
import { activityLine } from './activity-line.ts'
import type { Context } from './command.ts'

/** What somebody who has checked in (`toldThere`), or had a place, an offer or a wait is told when the activity is called off. */
export function calledOffNotice(
  activity: Activity,
  person: string,
  at: Pick<Context, 'zone' | 'now'>,
  as: 'told' | 'toldThere' = 'told',
): Notice {
  const reason = activity.calledOff?.reason ?? ''
  return {
    person,
    say: ({ texts }) => ({
      text: texts.callOff[as]({ code: activity._id, what: activityLine(activity, { ...at, texts }), reason }),
    }),
  }
}
