import type { Claim } from '../../domain/claim.ts'
import type { Activity } from '../../store/activity.ts'
import type { HoursEntry } from '../../store/hours.ts'

/** The time within the plan that check-in and check-out claim; `undefined` when no minute of it is service. */
export function attendedClaim(
  { in: came, out, minutes }: NonNullable<HoursEntry['attended']>,
  { start, end }: Pick<Activity, 'start' | 'end'>,
): Claim | undefined {
  if (minutes < 1) return undefined
  return {
    start: Math.max(came.getTime(), start.getTime()),
    end: Math.min((out ?? end).getTime(), end.getTime()),
    minutes,
  }
}
