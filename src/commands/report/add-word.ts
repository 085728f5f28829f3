import type { Reply } from '../../chat/reply.ts'
import { reportDue } from '../../domain/report-due.ts'
import type { Context } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { asProse } from '../prose.ts'
import { isReporter } from '../reports/found-report.ts'
import { reportNotice } from '../reports/say-report.ts'

/** A word more from whoever said it. An answered report is open again by it, and its days begin anew. */
export async function addWord(said: { id: string; text: string }, context: Context): Promise<Reply> {
  const { store, texts, key, now, zone, rules } = context
  const { id, text } = said
  const report = await store.reports.find(id)
  if (!report || !isReporter(report, context)) return { text: texts.report.none({ report: id }) }
  const step = {
    key,
    at: now,
    by: report.person ?? report.by,
    did: 'said' as const,
    text: asProse(text),
  }
  const change =
    report.state === 'open'
      ? {}
      : { state: 'open' as const, dueAt: reportDue(now, { zone, days: rules.reportDays }) }
  const added = await store.reports.take(id, step, change)
  if (!added) return { text: texts.report.over({ report: id }) }
  return {
    ...inPrivate(texts.report.added({ report: id }), context, texts.report.keptHere),
    notices: added.owner ? [await reportNotice(added, added.owner, context)] : [],
  }
}
