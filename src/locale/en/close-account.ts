import type { Texts } from '../index.ts'

export const closeAccount: Texts['closeAccount'] = {
  ask: (p) =>
    `${p.why === 'consent' ? 'Without your consent we may keep nothing about you. This' : 'Closing your account'} removes your name, phone, birth, skills, chat accounts and the words of your reports, and ends your roles${p.signups > 0 ? ` and the sign-ups that are not over (${p.signups})` : ''}.\nOf your hours only minutes without a name stay, for statistics; certificates can still be checked by their number, but not downloaded.\nSay "export" to keep a copy first. Answer "yes" to go on.`,
  again: 'One last time: this cannot be undone. Answer "confirm" if you are sure.',
  confirm: 'confirm',
  onlyAdmin:
    'You are the only admin of everything; without you nobody could manage this. Ask a colleague to register, hand over with "grant NAME admin all", and come back.',
  done: (p) =>
    `${p.why === 'consent' ? 'Your consent is withdrawn' : 'Your account is closed'} and your personal data is removed. ${p.time ? `Thank you for the ${p.time} you gave!` : 'Thank you for having been here!'} To come back, say "register".`,
  told: (p) => `Volunteer ${p.number} has closed their account; a place is free again: ${p.what}.`,
}
