import type { Texts } from '../index.ts'

export const schedule: Texts['schedule'] = {
  ask: 'When shall it go out? Say a day and a time, for example "Friday 18:00". To send it now, leave the time out.',
  past: (p) => `${p.when} is over. When shall it go out? For example "tomorrow 9:00".`,
  tooFar: (p) =>
    `${p.when} is too far off, ${p.days} days ahead are the most. When shall it go out? For example "Friday 18:00".`,
  preview: (p) =>
    `It goes out on ${p.when}, to whoever is in the audience then: newcomers get it, people who opted out do not. This is how it is now.`,
  confirm: 'Answer "yes" and it is set.',
  set: (p) =>
    `${p.code} is set for ${p.when}, as of now to ${p.reach}. If you change your mind, say "withdraw ${p.code}".`,
  waits: (p) => `Scheduled for ${p.when}, to whoever is in the audience then`,
  notSent: (p) => `${p.code} (to ${p.audience}) was not sent: ${p.why}.`,
  why: {
    notAllowed: 'whoever set it does not lead this any more',
    over: 'the activity was called off or is over',
    nobody: 'there is no group and nobody I could reach',
    refused: 'a second social worker did not agree',
    expired: 'no second social worker agreed in time',
  },
}
