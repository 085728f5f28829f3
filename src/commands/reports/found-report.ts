import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { Report } from '../../store/reports.ts'
import type { Context } from '../command.ts'

/** Whether somebody answers for a report: it is theirs, or its place is in their scope. */
export function mayAnswer(report: Report, { asker }: Pick<Context, 'asker'>): boolean {
  return report.owner === asker.person?._id || may(asker.grants, 'socialWorker', report)
}

/** Whether somebody made a report: from this chat, or as this person from another one. */
export const isReporter = ({ by, person }: Report, { asker }: Pick<Context, 'asker'>): boolean =>
  by === asker.identity || (person !== undefined && person === asker.person?._id)

/**
 * The report a social worker is about to act on, or the sentence that says why not. What somebody may not answer does
 * not exist for them, and nobody answers their own; passing it on is all they may. What this message did already passes, so that it says the same again.
 */
export async function foundReport(
  id: string,
  context: Context,
  does: 'settle' | 'pass' = 'settle',
): Promise<{ report: Report } | { reply: Reply }> {
  const { store, texts, key } = context
  const report = await store.reports.find(id)
  if (!report) return { reply: { text: texts.report.none({ report: id }) } }
  if (report.steps.some((step) => step.key === key)) return { report }
  if (!mayAnswer(report, context)) return { reply: { text: texts.report.none({ report: id }) } }
  if (does === 'settle' && isReporter(report, context))
    return { reply: { text: texts.report.own({ report: id }) } }
  if (report.state === 'closed') return { reply: { text: texts.report.over({ report: id }) } }
  return { report }
}
