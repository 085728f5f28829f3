import type { AttendanceKind } from '../domain/attendance-times.ts'
import type { Timer } from '../store/timers.ts'
import { type AttendanceDeps, dueActivity } from './attendance.ts'
import { tellGroups } from './tell-groups.ts'

/** Frees the places of groups that have no name by the deadline, and those still waited for; they go to others. */
export async function freeUnnamed(
  timer: Timer & { kind: AttendanceKind },
  deps: AttendanceDeps,
): Promise<void> {
  const { store, now } = deps
  const activity = await dueActivity(timer, deps)
  if (!activity?.groups) return
  for (const { team, count, names, by } of activity.groups)
    await store.activities.setGroup(activity._id, {
      team,
      count: Math.min(count, names.length),
      wait: false,
      by,
      at: now,
      key: timer._id,
      told: false,
    })
  const after = await store.activities.find(activity._id)
  if (after) await tellGroups(after, deps)
}
