import type { AttendanceDeps } from '../../src/commands/attendance.ts'
import type { BeginDeps } from '../../src/commands/begin-broadcast.ts'
import { beginScheduled, endApproval } from '../../src/commands/broadcast-due.ts'
import { askCheckout } from '../../src/commands/checkout/ask.ts'
import { comesOfAge } from '../../src/commands/guardian/comes-of-age.ts'
import { leaveCheckout } from '../../src/commands/checkout/leave.ts'
import { endHandover } from '../../src/commands/hand-over/end-handover.ts'
import { freeUnnamed } from '../../src/commands/free-unnamed.ts'
import { expireOffer } from '../../src/commands/offer.ts'
import { ringClosing } from '../../src/commands/close-person.ts'
import { forgetReport } from '../../src/commands/close-report/forget-report.ts'
import { remind } from '../../src/commands/reminder.ts'
import type { Ticker } from '../../src/queue/work.ts'
import type { Timer } from '../../src/store/timers.ts'
import type { WorkerDeps } from '../deps.ts'

/** How long a worker may take for one timer before another one takes it over, in milliseconds. */
const leaseMs = 30_000
const atOnce = 100

type RingDeps = AttendanceDeps & BeginDeps
type Ring<Kind> = (timer: Timer & { kind: Kind }, deps: RingDeps) => Promise<void>

/** What to do when each kind is due. Done twice, it changes nothing the second time. */
const rings: { [Kind in Timer['kind']]: Ring<Kind> } = {
  'offer-expires': expireOffer,
  'finish-closing': ringClosing,
  'handover-ends': endHandover,
  'comes-of-age': comesOfAge,
  'forget-report': forgetReport,
  'broadcast-due': beginScheduled,
  'approval-ends': endApproval,
  'free-unnamed': freeUnnamed,
  'remind-day': remind,
  'remind-hours': remind,
  'ask-checkout': askCheckout,
  'leave-checkout': leaveCheckout,
}

/** Finds what a kind does; the timer and the deed are of one kind by how the list is made. */
const ring = (timer: Timer, deps: RingDeps) => (rings[timer.kind] as Ring<Timer['kind']>)(timer, deps)

const ringDeps = ({
  store,
  zone,
  rules,
  pace,
  now,
  notify,
  tell,
  metrics,
  enqueue,
}: WorkerDeps): RingDeps => ({
  store,
  zone,
  rules,
  pace,
  now: new Date(now()),
  notify,
  tell,
  enqueue,
  counted: (result, count) => metrics.reminders.inc({ result }, count),
})

/** Rings whatever is due. MongoDB alone knows what that is, so an emptied Redis forgets nothing. */
export const ringTimers: Ticker<WorkerDeps> = {
  name: 'ring-timers',
  everyMs: 1_000,
  async run(deps) {
    for (let n = 0; n < atOnce; n++) {
      const now = deps.now()
      const timer = await deps.store.timers.claimDue(new Date(now), new Date(now + leaseMs))
      if (!timer) return
      await ring(timer, ringDeps(deps))
      await deps.store.timers.done(timer._id)
      deps.metrics.swept.inc({ what: 'timer' })
    }
  },
}
