import { formatRange } from '../../locale/format.ts'
import type { Activity } from '../../store/activities.ts'
import type { Context } from '../command.ts'

/**
 * The words of a call, six lines at most. They state the risk and whether insurance is needed (志愿服务条例 art. 12
 * and 17), and hold nobody's name: they also go to rooms.
 */
export function callText(
  activity: Activity,
  { texts, zone, now, rules }: Pick<Context, 'texts' | 'zone' | 'now' | 'rules'>,
): string {
  const { call } = texts
  const { _id: code, title, team, place, meetAt, bring, risk, dangerous = false } = activity
  const left = activity.waiting.length > 0 ? 0 : Math.max(activity.places - activity.taken, 0)
  const age = Math.max(activity.minAge ?? 0, dangerous ? rules.adultAge : 0)
  const needs = [
    ...(age > 0 ? [call.age({ age })] : []),
    ...(activity.skills.length > 0
      ? [call.skills({ skills: activity.skills.join(texts.audience.between) })]
      : []),
    ...(bring ? [call.bring({ bring })] : []),
  ]
  return [
    call.title({ code, title, team }),
    call.when({ when: formatRange(activity, { zone, texts, now }) }),
    call.where({ place, meetAt }),
    call.places({ left, needs: needs.join(texts.audience.between) }),
    call.risk({ risk, insured: dangerous }),
    call.answer({ code }),
  ].join('\n')
}
