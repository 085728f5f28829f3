import { quietEnd, quietHours } from '../../src/domain/quiet-hours.ts'
import type { Ticker } from '../../src/queue/work.ts'
import type { WorkerDeps } from '../deps.ts'

/** What is not out when the quiet hours begin waits until they end; what is urgent goes on. */
export const holdBulk: Ticker<WorkerDeps> = {
  name: 'hold-bulk',
  everyMs: 2_000,
  async run({ store, now, rules, zone }) {
    const end = quietEnd(now(), quietHours(rules, zone))
    if (end !== undefined) await store.outbox.hold(new Date(end))
  },
}
