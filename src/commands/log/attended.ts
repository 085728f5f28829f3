import { attendedMinutes } from '../../domain/hours.ts'
import type { Activity } from '../../store/activity.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Signup } from '../../store/signups.ts'
import { planOf } from './gates.ts'

/**
 * What check-in and check-out say of somebody's minutes; without a check-out, up to the planned end at most.
 * `undefined`: they have not checked in.
 */
export function attendedBy(
  row: Pick<Signup, 'steps'>,
  activity: Activity,
  out?: Date,
): NonNullable<HoursEntry['attended']> | undefined {
  const came = row.steps.findLast(({ state }) => state === 'arrived')?.at
  if (!came) return undefined
  const present = { start: came.getTime(), end: (out ?? activity.end).getTime() }
  return { in: came, ...(out && { out }), minutes: attendedMinutes(present, planOf(activity)) }
}
