import { reachOf } from '../../domain/reach.ts'
import { formatDay } from '../../locale/format.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'
import { reporter } from './say-report.ts'

/** Characters of a report that stand in a list. */
const excerpt = 20

/** Reports that wait for somebody's answer, those that get late first. */
export async function reportsWaiting(person: Person, limit: number, context: Context) {
  const { store, texts, asker, now, zone } = context
  const reach = reachOf(asker.grants, 'socialWorker')
  const { count, reports } = await store.reports.waitingFor(person._id, reach, limit)
  const lines = await Promise.all(
    reports.map(async (report) => {
      const [first = ''] = report.steps[0]?.text?.split('\n') ?? []
      return texts.report.line({
        report: report._id,
        when: formatDay(report.at, { zone, texts, now }),
        who: await reporter(report, context),
        text: first.length > excerpt ? `${first.slice(0, excerpt)}…` : first,
        late: now >= report.dueAt,
      })
    }),
  )
  const [oldest] = reports
  return {
    count,
    lines,
    say: reports.map(({ _id }) => texts.report.answerSaid({ report: _id })),
    next: oldest && texts.report.next({ report: oldest._id }),
  }
}
