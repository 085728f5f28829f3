import { formatClock, formatDays, formatLocalDate, formatMinutes, formatRange } from '../locale/format.ts'
import { localDate } from '../domain/time/local-date.ts'
import { type Locale, textsFor } from '../locale/index.ts'
import type { FileLink } from '../store/files.ts'
import { toCsv } from './csv.ts'
import type { FileDeps, MakeFile } from './index.ts'
import { collectMyData, type MyData } from './my-data.ts'

/** Everything about a person for programs. */
export const myDataJson: MakeFile = async (link, deps) => {
  const data = await dataOf(link, deps)
  return (
    data && {
      name: textsFor(link.locale).exportData.fileName({ number: link.subject, extension: 'json' }),
      type: 'application/json; charset=utf-8',
      body: Buffer.from(JSON.stringify(data, undefined, 2)),
    }
  )
}

/** The same for readers: one table that any spreadsheet opens. */
export const myDataCsv: MakeFile = async (link, deps) => {
  const data = await dataOf(link, deps)
  return (
    data && {
      name: textsFor(link.locale).exportData.fileName({ number: link.subject, extension: 'csv' }),
      type: 'text/csv; charset=utf-8',
      body: Buffer.from(toCsv(readable(data, { locale: link.locale, zone: deps.zone }))),
    }
  )
}

async function dataOf({ subject }: FileLink, { store }: FileDeps): Promise<MyData | undefined> {
  const person = await store.people.find(subject)
  return person ? collectMyData(person, store) : undefined
}

/** Rows of part, day, what and words about it. */
function readable(data: MyData, { locale, zone }: { locale: Locale; zone: string }): string[][] {
  const texts = textsFor(locale)
  const { parts, columns, fields, signupStates, reportSteps } = texts.exportData
  const day = (at: Date | undefined) => (at ? formatLocalDate(localDate(at.getTime(), zone), texts) : '')
  const moment = (at: Date) => `${day(at)} ${formatClock(at, zone)}`
  const time = (minutes: number) => formatMinutes(minutes, texts)
  const field = (name: string, value: string | undefined) => (value ? [[parts.person, '', name, value]] : [])
  const scope = (of: MyData['roles'][number]['scope']) =>
    of.kind === 'all' ? texts.common.everywhere : of.name
  const { person } = data
  return [
    [columns.part, columns.day, columns.what, columns.words],
    ...field(fields.name, person.name),
    ...field(fields.number, person.number),
    ...field(fields.phone, person.phone),
    ...field(fields.birth, person.birth),
    ...field(fields.skills, person.skills.join(texts.me.between)),
    ...field(fields.registered, moment(person.registeredAt)),
    ...field(fields.consent, person.consent && moment(person.consent.at)),
    ...field(fields.noCalls, person.noCallsSince && moment(person.noCallsSince)),
    ...data.accounts.map(({ platform, user, name }) => [parts.account, '', platform, `${name} ${user}`]),
    ...data.roles.map((one) => [parts.role, day(one.at), texts.common.roles[one.role], scope(one.scope)]),
    ...data.rolesTakenBack.map((one) => [
      parts.roleTakenBack,
      day(one.at),
      texts.common.roles[one.role],
      scope(one.scope),
    ]),
    ...data.signups.map(({ activity, title = '', start, end, state, steps }) => [
      parts.signup,
      day(start),
      `${activity} ${title}`,
      [
        start && end ? formatRange({ start, end }, { zone, texts }) : '',
        signupStates[state],
        ...steps.flatMap(({ reason }) => reason ?? []),
      ]
        .filter((said) => said !== '')
        .join(texts.exportData.between),
    ]),
    ...data.hours.map((line) => [
      parts.hours,
      formatLocalDate(line.date, texts),
      `${line.line} ${line.activity} ${line.title ?? line.category}`,
      [
        time(line.minutes),
        texts.hours.states[line.state],
        ...(line.note ? [line.note] : []),
        ...(line.refused ? [line.refused.reason] : []),
      ].join(texts.exportData.between),
    ]),
    ...data.certificates.map(({ number, period, minutes, issuedAt, status }) => [
      parts.certificate,
      day(issuedAt),
      number,
      [formatDays(period, texts), time(minutes), texts.pages.verify.states[status]].join(
        texts.exportData.between,
      ),
    ]),
    ...data.reports.flatMap(({ number, steps }) =>
      steps.map(({ at, did, text }) => [parts.report, day(at), `${number} ${reportSteps[did]}`, text ?? '']),
    ),
  ]
}
