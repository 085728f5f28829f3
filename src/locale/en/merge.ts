import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const merge: Texts['merge'] = {
  wholeAdmin: 'an admin of everything',
  howTo:
    'When one person registered twice: “merge V000123 V000456” makes the second number part of the first. For thirty days “merge undo V000456” takes it back.',
  same: 'Both numbers are one person already. Nothing has changed.',
  already: (p) => `${p.from} is part of ${p.into} already. Nothing has changed.`,
  family: 'These are a guardian and a child, and cannot be one person.',
  conflict: 'These numbers cannot be merged yet, or something would count twice:',
  hours: (p) => `the hours ${p.first} and ${p.second} overlap (${p.day})`,
  verifiedOwn: (p) => `${p.entry} was verified under the other number, which would be one's own word`,
  sameActivity: (p) => `both numbers are signed up for ${p.code}`,
  collide: (p) => `${p.first} and ${p.second} are at the same time`,
  fullDay: (p) => `more than 12 hours together on ${p.day}`,
  settleFirst: 'Please settle one side first (“cancel A12 NUMBER”, “reject H55 REASON”), then merge.',
  preview: (p) => `${p.from} is to become part of ${p.into}:`,
  person: (p) =>
    `${p.number} ${p.name}: ${p.roles ?? 'no team yet'}; verified ${p.verified}, pending ${p.pending}; ${counted(p.chats, 'chat account')}, ${counted(p.signups, 'sign-up')}`,
  confirm: (p) =>
    `Sign-ups, hours, teams and chats will all be ${p.into}'s, and ${p.from} will mean ${p.into}. Answer “yes” if you are sure they are one person.`,
  done: (p) =>
    `Merged: ${p.from} is ${p.name} ${p.into} now. If that was a mistake, say “merge undo ${p.from}” within 30 days.`,
  told: (p) =>
    `You had registered twice, and both are one now: your number is ${p.into}, with the activities and hours of ${p.from}. If you have questions, please ask a social worker.`,
  next: ['me'],
  nothingToUndo: (p) => `There is nothing to undo: ${p.from} was not merged in the last ${p.days} days.`,
  undoConfirm: (p) =>
    `${p.from} and ${p.into} will be two people again; what came since stays with ${p.into}. Answer “yes” to undo the merge.`,
  busy: (p) => `The merge of ${p.from} is still under way. Please say it again in a moment.`,
  undone: (p) => `Undone: ${p.from} and ${p.into} are two people again.`,
  toldUndone: (p) =>
    `The merge was undone; your number here is ${p.number}. If you have questions, please ask a social worker.`,
}
