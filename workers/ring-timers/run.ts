import { expireOffer } from '../../src/commands/offer.ts'
import { textsFor } from '../../src/locale/index.ts'
import type { Ticker } from '../../src/queue/work.ts'
import type { Timer } from '../../src/store/timers.ts'
import type { WorkerDeps } from '../deps.ts'

/** How long a worker may take for one timer before another one takes it over, in milliseconds. */
const leaseMs = 30_000
const atOnce = 100

type Ring = (timer: Timer, deps: WorkerDeps) => Promise<void>

/** What to do when each kind is due. Done twice, it changes nothing the second time. */
const rings: Record<Timer['kind'], Ring> = {
  'offer-expires': (timer, deps) =>
    expireOffer(timer, {
      store: deps.store,
      zone: deps.zone,
      now: new Date(deps.now()),
      texts: textsFor(deps.locale),
      notify: deps.notify,
    }),
}

/** Rings whatever is due. MongoDB alone knows what that is, so an emptied Redis forgets nothing. */
export const ringTimers: Ticker<WorkerDeps> = {
  name: 'ring-timers',
  everyMs: 1_000,
  async run(deps) {
    for (let n = 0; n < atOnce; n++) {
      const now = deps.now()
      const timer = await deps.store.timers.claimDue(new Date(now), new Date(now + leaseMs))
      if (!timer) return
      await rings[timer.kind](timer, deps)
      await deps.store.timers.done(timer._id)
      deps.metrics.swept.inc({ what: 'timer' })
    }
  },
}
