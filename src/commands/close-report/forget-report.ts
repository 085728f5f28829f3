import type { Rules } from '../../rules.ts'
import type { Store } from '../../store/index.ts'
import type { Report } from '../../store/reports.ts'
import type { Timer } from '../../store/timers.ts'

const dayMs = 24 * 3600_000

/** Sees to it that the words of a report are forgotten `reportKeptDays` after it was closed. Said again, it is the same timer. */
export async function forgetLater(
  { _id: report, steps }: Report,
  { store, rules }: { store: Store; rules: Rules },
): Promise<void> {
  const closed = steps.find(({ did }) => did === 'closed')
  if (!closed) return
  const due = new Date(closed.at.getTime() + rules.reportKeptDays * dayMs)
  await store.timers.set({ kind: 'forget-report', subject: report, due, data: { report } })
}

/** The days are over. */
export const forgetReport = (timer: Timer, { store }: { store: Store }): Promise<void> =>
  store.reports.forget(timer.data.report ?? '')
