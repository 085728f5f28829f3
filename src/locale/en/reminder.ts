import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const reminder: Texts['reminder'] = {
  made: (p) =>
    `Reminder: ${p.what}, ${p.place}.${p.bring ? `\nPlease bring: ${p.bring}` : ''}\nWill you come? Answer: 1 yes / 2 I cannot.`,
  seeYou: (p) => `Good, see you there: ${p.what}, ${p.place}.`,
  gone: (p) =>
    `Your sign-up for ${p.code} has changed, no answer is needed. Say "shifts" to see where you are expected.`,
  begun: (p) => `${p.code} has begun; nobody was reminded.`,
  everybody: (p) => `Everybody with a place at ${p.code} has answered; nobody was reminded.`,
  today: (p) => `${p.code} has had its reminder of today; nothing was sent.`,
  asked: (p) =>
    `Reminded ${counted(p.count, 'person', 'people')} of ${p.code}. "roster ${p.code}" shows who comes.`,
  missed: (p) =>
    `${p.what}: ${counted(p.count, 'reminder')} could not be sent in time. Please reach these people otherwise; "roster ${p.code}" shows who comes.`,
}
