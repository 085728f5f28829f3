import type { Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { forgetLater } from './forget-report.ts'
import { foundReport } from '../reports/found-report.ts'
import { tellReporter } from '../reports/say-report.ts'
import type { CloseReportArgs } from './grammar.ts'

/** 办结: whoever said it is told and may say it again as a new one. */
export const runCloseReport: Run<CloseReportArgs> = async ({ id }, context) => {
  const { store, texts, asker, key, now } = context
  if (!id) return { text: texts.report.which, quickReplies: [texts.report.list] }
  const found = await foundReport(id, context)
  if ('reply' in found) return found.reply
  const by = asker.person?._id ?? asker.identity
  const report = await store.reports.take(id, { key, at: now, by, did: 'closed' }, { state: 'closed' })
  if (!report) return { text: texts.report.over({ report: id }) }
  await forgetLater(report, context)
  return {
    ...inPrivate(texts.report.closed({ report: id }), context),
    notices: [tellReporter(report, (reader) => reader.report.closedNotice({ report: id }))],
  }
}
