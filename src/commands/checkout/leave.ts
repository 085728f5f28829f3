import type { Notice } from '../../chat/reply.ts'
import type { AttendanceKind } from '../../domain/attendance-times.ts'
import type { Activity } from '../../store/activity.ts'
import type { Signup } from '../../store/signups.ts'
import type { Timer } from '../../store/timers.ts'
import { activityLine } from '../activity-line.ts'
import { type AttendanceDeps, atOnce, dueActivity } from '../attendance.ts'
import { attendedBy } from '../log/attended.ts'
import { completeSignup } from '../log/complete-signup.ts'
import { makeEntry } from '../log/make-entry.ts'
import { attendedClaim } from './attended-claim.ts'

/** Lines made side by side: each takes a few round trips of its own. */
const sideBySide = 20

/**
 * What nobody answered goes to the social worker: a line up to the planned end, marked as unclaimed. May be run again:
 * each line has a key of its own.
 */
export async function leaveCheckout(
  timer: Timer & { kind: AttendanceKind },
  deps: AttendanceDeps,
): Promise<void> {
  const { store } = deps
  const activity = await dueActivity(timer, deps)
  if (!activity) return
  const code = activity._id
  let left = 0
  for await (const rows of store.signups.inBatches(code, ['arrived'], atOnce))
    for (let from = 0; from < rows.length; from += sideBySide) {
      const some = rows.slice(from, from + sideBySide)
      const lines = await Promise.all(
        some.map((row) => leave({ row, activity, key: `${timer._id}/${row.person}` }, deps)),
      )
      left += lines.filter(Boolean).length
    }
  if (left === 0) return
  const notice: Notice = {
    person: activity.responsible,
    say: (reader) => {
      const what = activityLine(activity, { ...deps, ...reader })
      return { text: reader.texts.checkout.left({ what, count: left, code }) }
    },
  }
  await deps.notify([notice], `${timer._id}/left`)
}

/** False when the day has no room for the line: then the sign-up stays as it is, for the social worker to see. */
async function leave(
  { row, activity, key }: { row: Signup; activity: Activity; key: string },
  deps: AttendanceDeps,
): Promise<boolean> {
  const attended = attendedBy(row, activity)
  const claim = attended && attendedClaim(attended, activity)
  if (!claim) return false
  const made = await makeEntry(
    { claim, activity, person: row.person, by: 'system', attended, unclaimed: true },
    { ...deps, key },
  )
  return 'entry' in made && completeSignup(made.entry, deps)
}
