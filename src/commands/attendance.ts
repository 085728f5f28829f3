import type { Tell } from '../chat/telling.ts'
import { type AttendanceKind, attendanceTimes } from '../domain/attendance-times.ts'
import type { Activity } from '../store/activity.ts'
import type { Timer } from '../store/timers.ts'
import type { PlaceDeps } from './promotion.ts'

/** What attendance needs outside of a message. `missed` counts reminders that reached nobody in time. */
export type AttendanceDeps = PlaceDeps & {
  tell: Tell
  counted: (result: 'told' | 'missed', count: number) => void
}

/** Sign-ups told at once: few round trips for thousands of people, and no long stop of everything else. */
export const atOnce = 500

/**
 * The activity a timer is for, when it is still due at this moment. Called off: nothing is due any more. Another plan
 * by now: its own timers are set, and this one does nothing.
 */
export async function dueActivity(
  timer: Timer & { kind: AttendanceKind },
  { store, now }: Pick<AttendanceDeps, 'store' | 'now'>,
): Promise<Activity | undefined> {
  const activity = await store.activities.find(timer.data.activity ?? '')
  if (!activity || activity.state === 'cancelled') return undefined
  if (attendanceTimes(activity)[timer.kind].getTime() === timer.due.getTime()) return activity
  await store.timers.setAttendance(activity, now)
  return undefined
}
