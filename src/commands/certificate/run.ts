import type { z } from 'zod'
import { formatDays, formatMinutes } from '../../locale/format.ts'
import type { Certificate } from '../../store/certificates.ts'
import type { Person } from '../../store/people.ts'
import type { Context, Run } from '../command.ts'
import { fileLink, linkMadeBefore, linkMinutes } from '../file-link.ts'
import { inPrivate } from '../in-private.ts'
import type { certificateGrammar } from './grammar.ts'
import { issueCertificate } from './issue.ts'

export type CertificateArgs = z.infer<(typeof certificateGrammar)['shape']>

/** Gives a 志愿服务记录证明 of one's verified hours by a one-time link, always in private. */
export const runCertificate: Run<CertificateArgs> = async ({ period }, context) => {
  const { store, texts } = context
  const { person } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const before = await linkMadeBefore('certificate', context)
  const certificate = before
    ? await store.certificates.find(before.subject)
    : await issueCertificate(person, period, context)
  const reply = await (certificate?.status === 'valid'
    ? give(certificate, context)
    : nothing(person, period, context))
  return inPrivate(await besideWithdrawn(reply, person, context), context)
}

/** The latest that are withdrawn are named, as many as are read. */
const mostNamed = 3

async function besideWithdrawn(said: string, { _id }: Person, { store, texts }: Context): Promise<string> {
  const issued = await store.certificates.ofPerson(_id)
  const numbers = issued.filter(({ status }) => status === 'withdrawn').map((one) => one._id)
  if (numbers.length === 0) return said
  return `${said}\n${texts.certificate.withdrawn({ numbers: numbers.slice(-mostNamed) })}`
}

async function give(certificate: Certificate, context: Context): Promise<string> {
  const { _id: number, person, minutes, period } = certificate
  const { texts } = context
  const url = await fileLink({ kind: 'certificate', subject: number, person }, context)
  return texts.certificate.ready({
    number,
    period: formatDays(period, texts),
    time: formatMinutes(minutes, texts),
    url,
    minutes: linkMinutes,
  })
}

/** Nothing verified yet: what waits is said, and what to do. */
async function nothing(person: Person, period: CertificateArgs['period'], context: Context): Promise<string> {
  const { store, texts } = context
  const sums = await store.hours.totals(person._id, period)
  const waiting = (sums.pending ?? 0) + (sums.seconding ?? 0)
  return texts.certificate.nothing({
    period: period?.name,
    waiting: waiting > 0 ? formatMinutes(waiting, texts) : undefined,
  })
}
