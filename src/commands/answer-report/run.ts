import type { Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { asProse } from '../prose.ts'
import { foundReport } from '../reports/found-report.ts'
import { tellReporter } from '../reports/say-report.ts'
import type { AnswerReportArgs } from './grammar.ts'

/** 答复: the words go to whoever said it; a report may be answered more than once. */
export const runAnswerReport: Run<AnswerReportArgs> = async ({ id, text }, context) => {
  const { store, texts, asker, key, now } = context
  if (!id) return { text: texts.report.which, quickReplies: [texts.report.list] }
  const found = await foundReport(id, context)
  if ('reply' in found) return found.reply
  if (!text)
    return { text: texts.report.askAnswer({ report: id }), question: { field: 'text', args: { id } } }
  const by = asker.person?._id ?? asker.identity
  const step = { key, at: now, by, did: 'answered' as const, text: asProse(text) }
  const report = await store.reports.take(id, step, { state: 'answered' })
  if (!report) return { text: texts.report.over({ report: id }) }
  const answer = { report: id, who: asker.person?.name ?? asker.name, text: step.text }
  return {
    ...inPrivate(texts.report.answered({ report: id }), context),
    quickReplies: [texts.report.closeSaid({ report: id })],
    notices: [tellReporter(report, (reader) => reader.report.answer(answer))],
  }
}
