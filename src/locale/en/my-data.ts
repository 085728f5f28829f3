import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const myData: Texts['myData'] = {
  about: (p) => `We keep your ${p.fields}`,
  name: (p) => `name (${p.name}), volunteer number (${p.number})`,
  phone: (p) => `phone (${p.phone})`,
  birth: (p) => `birth (${p.birth})`,
  skills: (p) => `skills (${p.skills})`,
  between: ', ',
  records: (p) =>
    `Besides: ${counted(p.accounts, 'chat account')}, ${counted(p.signups, 'sign-up')}, ${counted(p.hours, 'line')} of hours, ${counted(p.certificates, 'certificate')} and ${counted(p.reports, 'report')}.`,
  why: (p) =>
    `They serve to organise activities, verify hours and issue certificates, and nothing else${p.consentedOn ? `; you agreed on ${p.consentedOn}` : ''}.`,
  how: (p) =>
    `Phone and birth are encrypted; what we answered is encrypted and deleted after ${p.repliesDays} to ${p.sentDays} days.`,
  next: 'Say "export" to get all of it; "withdraw consent" or "close account" to end it.',
  export: 'export',
}
