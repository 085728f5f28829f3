import type { Notice, Reader } from '../../chat/reply.ts'
import { formatClock, formatDay } from '../../locale/format.ts'
import type { Report, ReportStep } from '../../store/reports.ts'
import type { Context } from '../command.ts'

/** Who said it: name and number, or the name of the chat account. */
export async function reporter({ person, by }: Report, { store }: Pick<Context, 'store'>): Promise<string> {
  const found = person ? await store.people.find(person) : undefined
  return found ? `${found.name} ${found._id}` : ((await store.identities.find(by))?.name ?? '')
}

/** Tells a social worker of a report with all its words, or, later, of the last word alone. */
export async function reportNotice(
  report: Report,
  to: string,
  context: Pick<Context, 'store'>,
): Promise<Notice> {
  const { _id: id, team } = report
  const who = await reporter(report, context)
  const words = report.steps.filter(({ did }) => did === 'said').flatMap(({ text }) => text ?? [])
  const last = report.steps.at(-1)
  const more = last?.did === 'said' && report.steps.length > 1
  const text = more ? (words.at(-1) ?? '') : words.join('\n')
  return {
    person: to,
    say: ({ texts }) => ({
      text: texts.report.notice({ report: id, who, team, text, more }),
      quickReplies: [texts.report.answerSaid({ report: id }), texts.report.closeSaid({ report: id })],
    }),
  }
}

/** Tells whoever said it, by their volunteer number or, not registered, in the chat they said it from. */
export const tellReporter = ({ person, by }: Report, say: (texts: Reader['texts']) => string): Notice => ({
  person: person ?? by,
  ...(!person && { chat: by }),
  say: ({ texts }) => ({ text: say(texts) }),
})

/** A report with all its steps, a line each. */
export async function reportSteps(report: Report, context: Context): Promise<string> {
  const { store, texts, zone, now } = context
  const numbers = report.steps.flatMap(({ by, to }) => [by, to ?? []].flat())
  const people = await store.people.many([...new Set(numbers)])
  const said = await reporter(report, context)
  const nameOf = (id: string) => people.find(({ _id }) => _id === id)?.name ?? said
  const line = ({ at, by, did, text = '', to }: ReportStep) =>
    texts.report.step({
      when: `${formatDay(at, { zone, texts, now })} ${formatClock(at, zone)}`,
      who: nameOf(by),
      did,
      text,
      to: to && nameOf(to),
    })
  const state = report.state === 'open' && now >= report.dueAt ? 'late' : report.state
  return [
    texts.report.head({ report: report._id, state: texts.report.states[state] }),
    ...report.steps.map(line),
  ].join('\n')
}
