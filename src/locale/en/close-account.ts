import type { Texts } from '../index.ts'

const reasons = {
  consent: 'Without your consent we may keep nothing about you. This',
  account: 'Closing your account',
}
const ends = { consent: 'Your consent is withdrawn', account: 'Your account is closed' }
const andSignups = (count: number) => (count > 0 ? ` and the sign-ups that are not over (${count})` : '')

export const closeAccount: Texts['closeAccount'] = {
  ask: (p) =>
    p.child
      ? `Without consent we may keep nothing about ${p.child}. This removes name, birth, skills and all words kept of the child, and ends roles${andSignups(p.signups)}.\nOnly minutes without a name stay, for statistics; certificates can still be checked by their number, but not downloaded.\nSay "for ${p.child} export" to keep a copy first. Answer "yes" to go on.`
      : `${reasons[p.why]} removes your name, phone, birth, skills, chat accounts and the words of your reports, and ends your roles${andSignups(p.signups)}.\nOf your hours only minutes without a name stay, for statistics; certificates can still be checked by their number, but not downloaded.\nSay "export" to keep a copy first. Answer "yes" to go on.`,
  again: 'One last time: this cannot be undone. Answer "confirm" if you are sure.',
  confirm: 'confirm',
  onlyAdmin:
    'You are the only admin of everything; without you nobody could manage this. Ask a colleague to register, hand over with "grant NAME admin all", and come back.',
  done: (p) =>
    p.child
      ? `Consent is withdrawn and the personal data of the child is removed. ${p.time ? `Thank you for the ${p.time}!` : 'Thank you for having been here!'} To come back, say "guardian".`
      : `${ends[p.why]} and your personal data is removed. ${p.time ? `Thank you for the ${p.time} you gave!` : 'Thank you for having been here!'} To come back, say "register".`,
  childGone: (p) =>
    `The other guardian of ${p.number} has withdrawn consent; the personal data of the child is removed.`,
  told: (p) => `Volunteer ${p.number} has closed their account; a place is free again: ${p.what}.`,
}
