import { type AttendanceKind, attendanceTimes } from '../../domain/attendance-times.ts'
import { formatClock } from '../../locale/format.ts'
import { promptId } from '../../store/prompts.ts'
import type { Timer } from '../../store/timers.ts'
import { activityLine } from '../activity-line.ts'
import { type AttendanceDeps, atOnce, dueActivity } from '../attendance.ts'

/** Asks everybody who checked in and has not checked out whether they stayed until the end. */
export async function askCheckout(
  timer: Timer & { kind: AttendanceKind },
  deps: AttendanceDeps,
): Promise<void> {
  const { store, now, zone, tell } = deps
  const activity = await dueActivity(timer, deps)
  if (!activity) return
  const code = activity._id
  const until = attendanceTimes(activity)['leave-checkout']
  const end = formatClock(activity.end, zone)
  for await (const rows of store.signups.inBatches(code, ['arrived'], atOnce)) {
    await store.prompts.setAll(
      rows.map(({ person }) => ({
        _id: promptId('checkout', code, person),
        kind: 'checkout',
        person,
        activity: code,
        token: timer._id,
        until,
      })),
    )
    await tell(
      rows.map(({ person }) => ({
        key: `${timer._id}/${person}`,
        person,
        say: ({ texts }) => ({
          text: texts.checkout.ask({ what: activityLine(activity, { zone, texts, now }), end }),
          quickReplies: ['1', '2'],
        }),
      })),
      until,
    )
  }
}
