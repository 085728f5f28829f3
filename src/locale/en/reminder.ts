import type { Texts } from '../index.ts'

export const reminder: Texts['reminder'] = {
  made: (p) =>
    `Reminder: ${p.what}, ${p.place}.${p.bring ? `\nPlease bring: ${p.bring}` : ''}\nWill you come? Answer: 1 yes / 2 I cannot.`,
  seeYou: (p) => `Good, see you there: ${p.what}, ${p.place}.`,
  gone: (p) =>
    `Your sign-up for ${p.code} has changed, no answer is needed. Say "shifts" to see where you are expected.`,
  missed: (p) =>
    `${p.what}: reminders that could not be sent in time: ${p.count}. Please reach these people otherwise; "roster ${p.code}" shows who comes.`,
}
