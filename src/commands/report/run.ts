import type { Reply } from '../../chat/reply.ts'
import { holds } from '../../domain/roles.ts'
import type { Context, Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { isReporter, mayAnswer } from '../reports/found-report.ts'
import { reportsWaiting } from '../reports/reports-waiting.ts'
import { reportSteps } from '../reports/say-report.ts'
import { addWord } from './add-word.ts'
import type { ReportArgs } from './grammar.ts'
import { makeReport } from './make-report.ts'

/** 反映: from anybody, registered or not. What is said is kept sealed, and in a group nothing of it is repeated. */
export const runReport: Run<ReportArgs> = async (args, context) => {
  const { id, text } = args
  if (id) return text ? addWord({ id, text }, context) : show(id, context)
  return text ? makeReport(text, context) : list(context)
}

/** Shown to who said it and to those who may answer it; for everybody else it does not exist. */
async function show(id: string, context: Context): Promise<Reply> {
  const { store, texts } = context
  const report = await store.reports.find(id)
  if (!report || (!isReporter(report, context) && !mayAnswer(report, context)))
    return { text: texts.report.none({ report: id }) }
  return inPrivate(await reportSteps(report, context), context)
}

/** Social workers see what waits for them; others are asked what it is about. */
async function list(context: Context): Promise<Reply> {
  const { texts, asker } = context
  const question = { field: 'text', args: {} }
  if (!asker.person || !holds(asker.grants, 'socialWorker')) return { text: texts.report.ask, question }
  const { count, lines, next, say } = await reportsWaiting(asker.person, 4, context)
  if (count === 0) return { text: texts.report.nothingWaits, question }
  return {
    ...inPrivate([texts.report.header({ count }), ...lines, next].join('\n'), context),
    quickReplies: say,
  }
}
