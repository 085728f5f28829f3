import { AppError } from '../../errors.ts'
import { certificateContent } from '../../domain/certificate-content.ts'
import { certificateNumber } from '../../domain/certificate-number.ts'
import { localDate } from '../../domain/time/local-date.ts'
import type { Certificate, CertificateSnapshot } from '../../store/certificates.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'

/**
 * Issues a certificate of a person's verified hours, or gives the one that says the same already, so that a lost link
 * makes no second number. Undefined when nothing is verified. Throws AppError `conflict` should the number be another
 * certificate's.
 */
export async function issueCertificate(
  person: Person,
  range: { from: string; to: string } | undefined,
  context: Context,
): Promise<Certificate | undefined> {
  const { store, key, now, zone } = context
  // A rerun must find the number of its first run: it follows from the message and our key, and from nothing else.
  const year = Number(localDate(now.getTime(), zone).slice(0, 4))
  const number = certificateNumber(store.seal.secret(`certificate/${key}`), year)
  const before = await store.certificates.find(number)
  if (before) return own(before, key)

  const entries = asCorrected(await store.hours.ofPerson(person._id, range))
  const days = entries.map(({ date }) => date).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return undefined
  const snapshot = await printed(person, entries, context)
  const same = await store.certificates.saying(person._id, snapshot)
  if (same) return same
  await store.certificates.issue(
    {
      _id: number,
      person: person._id,
      period: { from, to },
      minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
      issuedAt: now,
      key,
    },
    snapshot,
  )
  const issued = await store.certificates.find(number)
  return issued ? own(issued, key) : undefined
}

/** Verified lines with the minutes that count by now; what was corrected to nothing is not there. */
function asCorrected(entries: readonly HoursEntry[]): HoursEntry[] {
  const verified = entries.filter(({ state }) => state === 'verified')
  const corrections = verified.filter(({ corrects }) => corrects !== undefined)
  return verified
    .filter(({ corrects }) => corrects === undefined)
    .map((line) => ({
      ...line,
      minutes: corrections
        .filter(({ corrects }) => corrects === line._id)
        .reduce((sum, { minutes }) => sum + minutes, line.minutes),
    }))
    .filter(({ minutes }) => minutes > 0)
}

function own(certificate: Certificate, key: string): Certificate {
  if (certificate.key === key) return certificate
  throw new AppError('conflict', `the number ${certificate._id} belongs to another message`)
}

async function printed(
  person: Person,
  entries: readonly HoursEntry[],
  { store, org, locale }: Context,
): Promise<CertificateSnapshot> {
  const codes = [...new Set(entries.map(({ activity }) => activity))]
  const titles = new Map((await store.activities.many(codes)).map(({ _id, title }) => [_id, title]))
  const lines = entries.map(({ date, activity, category, minutes }) => ({
    date,
    title: titles.get(activity) ?? category,
    category,
    minutes,
  }))
  const last = entries
    .flatMap(({ verifiers }) => verifiers)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
  const handler = last && (await store.people.find(last.person))
  return {
    locale,
    org: org.name,
    name: person.name,
    // Whoever closed their account is not named any more.
    ...(handler && !handler.closed && { handler: handler.name }),
    content: certificateContent(lines),
  }
}
