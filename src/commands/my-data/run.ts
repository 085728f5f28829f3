import { localDate } from '../../domain/time/local-date.ts'
import { formatLocalDate } from '../../locale/format.ts'
import { inboxDays } from '../../store/inbox.ts'
import { outboxDays } from '../../store/outbox.ts'
import type { Run } from '../command.ts'

/** What is kept about the asker, in short, what for, and how to get or end it. */
export const runMyData: Run<Record<string, unknown>> = async (_args, { asker, store, texts, zone }) => {
  const { person } = asker
  if (!person) return { text: texts.common.notRegistered }
  const { myData } = texts
  const accounts = await store.identities.ofPeople([person._id])
  const chats = accounts.map(({ _id }) => _id)
  const [signups, hours, certificates, reports] = await Promise.all([
    store.signups.countOf(person._id),
    store.hours.history(person._id),
    store.certificates.ofPerson(person._id),
    store.reports.countOf(person._id, chats),
  ])
  const fields = [
    myData.name({ name: person.name, number: person._id }),
    ...(person.phone ? [myData.phone({ phone: store.seal.open(person.phone) })] : []),
    ...(person.birth ? [myData.birth({ birth: store.seal.open(person.birth) })] : []),
    ...(person.skills.length > 0 ? [myData.skills({ skills: person.skills.join(myData.between) })] : []),
  ]
  const consented = person.consent && localDate(person.consent.at.getTime(), zone)
  const lines = [
    myData.about({ fields: fields.join(myData.between) }),
    myData.records({
      accounts: accounts.length,
      signups,
      hours: hours.length,
      certificates: certificates.length,
      reports,
    }),
    myData.why({ consentedOn: consented && formatLocalDate(consented, texts) }),
    myData.how({ repliesDays: inboxDays, sentDays: outboxDays }),
    myData.next,
  ]
  return { text: lines.join('\n'), quickReplies: [myData.export] }
}
