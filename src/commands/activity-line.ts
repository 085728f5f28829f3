import { formatRange } from '../locale/format.ts'
import type { Texts } from '../locale/index.ts'
import type { Activity } from '../store/activity.ts'

/** `A12 探访老人 11月28日 周六 9:00-12:00`. */
export function activityLine(
  activity: Pick<Activity, '_id' | 'title' | 'start' | 'end'>,
  options: { zone: string; texts: Texts; now: Date },
): string {
  return `${activity._id} ${activity.title} ${formatRange(activity, options)}`
}
