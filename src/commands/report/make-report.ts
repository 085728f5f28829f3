import type { Notice, Reply } from '../../chat/reply.ts'
import { reportDue, reportsADay } from '../../domain/report-due.ts'
import type { Report } from '../../store/reports.ts'
import { localDate } from '../../domain/time/local-date.ts'
import type { Context } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { asProse } from '../prose.ts'
import { reportNotice } from '../reports/say-report.ts'
import { responsibleFor } from './responsible-for.ts'

/** Keeps a report, tells the social worker it goes to, and gives its number. */
export async function makeReport(text: string, context: Context): Promise<Reply> {
  const { store, texts, asker, key, now, zone, rules } = context
  const before = await store.reports.madeBy(key)
  if (before) return answer(before, context)
  const day = `reports:${asker.identity}:${localDate(now.getTime(), zone)}`
  if (!(await store.marks.attempt(day, { key, at: now, limit: reportsADay })))
    return { text: texts.report.tooMany({ count: reportsADay }) }
  const words = asProse(text)
  const { place, owner } = await responsibleFor(words, context)
  const by = asker.identity
  const person = asker.person?._id
  const report = await store.reports.add({
    _id: await store.counters.next('report'),
    by,
    ...(person && { person }),
    ...place,
    ...(owner && { owner: owner._id }),
    state: 'open',
    at: now,
    dueAt: reportDue(now, { zone, days: rules.reportDays }),
    steps: [{ key, at: now, by: person ?? by, did: 'said', text: words }],
    key,
  })
  return answer(report, context)
}

async function answer(report: Report, context: Context): Promise<Reply> {
  const { store, texts } = context
  const { _id: id } = report
  const owner = report.owner ? await store.people.find(report.owner) : undefined
  const notices: Notice[] = owner ? [await reportNotice(report, owner._id, context)] : []
  return {
    ...inPrivate(texts.report.kept({ report: id, owner: owner?.name }), context, texts.report.keptHere),
    notices,
  }
}
