import type { Notice, Reply } from '../../chat/reply.ts'
import { holds, may } from '../../domain/roles.ts'
import type { Person } from '../../store/people.ts'
import type { Report } from '../../store/reports.ts'
import { askWhich } from '../ask-which.ts'
import type { Context, Run } from '../command.ts'
import { findPerson } from '../find-person.ts'
import { inPrivate } from '../in-private.ts'
import { foundReport } from '../reports/found-report.ts'
import { reportNotice, tellReporter } from '../reports/say-report.ts'
import type { PassReportArgs } from './grammar.ts'

/** 转: another social worker, whose scope reaches the report's place, answers it from now on. */
export const runPassReport: Run<PassReportArgs> = async (args, context) => {
  const { store, texts, asker, key, now } = context
  const { id, who } = args
  if (!id) return { text: texts.report.which, quickReplies: [texts.report.list] }
  const found = await foundReport(id, context, 'pass')
  if ('reply' in found) return found.reply
  if (!who) return { text: texts.report.askWho({ report: id }), question: { field: 'who', args: { id } } }
  const meant = await findPerson(who, context)
  if ('problem' in meant) return askWhich(meant, args, context)
  const { person } = meant
  const { report } = found
  if (!report.steps.some((step) => step.key === key)) {
    if (!reachesReport(person, report)) return { text: texts.report.outOfScope({ who: person.name }) }
    if (report.owner === person._id) return { text: texts.report.already({ report: id, who: person.name }) }
  }
  const by = asker.person?._id ?? asker.identity
  const step = {
    key,
    at: now,
    by,
    did: 'passed' as const,
    to: person._id,
    ...(report.owner && { from: report.owner }),
  }
  const passed = await store.reports.take(id, step, { owner: person._id })
  if (!passed) return { text: texts.report.over({ report: id }) }
  return done({ passed, person }, context)
}

/** A report without a place may go to any social worker. */
function reachesReport({ grants }: Person, report: Report): boolean {
  const placed = report.team !== undefined || report.station !== undefined
  return placed ? may(grants, 'socialWorker', report) : holds(grants, 'socialWorker')
}

async function done(
  { passed, person }: { passed: Report; person: Person },
  context: Context,
): Promise<Reply> {
  const { texts, asker, key } = context
  const { _id: id } = passed
  const facts = { report: id, who: person.name }
  const from = passed.steps.find((step) => step.key === key)?.from
  const notices: Notice[] = [
    await reportNotice(passed, person._id, context),
    tellReporter(passed, (reader) => reader.report.passedNotice(facts)),
  ]
  const by = asker.person?.name ?? asker.name
  if (from && from !== asker.person?._id)
    notices.push({
      person: from,
      say: (reader) => ({ text: reader.texts.report.takenNotice({ ...facts, by }) }),
    })
  return { ...inPrivate(texts.report.passed(facts), context), notices }
}
