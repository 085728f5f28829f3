import type { Texts } from '../index.ts'

export const requestExcuse: Texts['requestExcuse'] = {
  which: 'Excused from which activity? Answer with its code.',
  nothing: 'You are not signed up for anything, so you need no excuse.',
  why: (p) => `Why can you not come to ${p.code}? One sentence; the leader will see it.`,
  forOthers: (p) =>
    `I changed nothing. This is for yourself, with a reason after it; for others a leader or social worker says "excuse ${p.code} name".`,
  notSignedUp: (p) =>
    `You are not signed up for ${p.code}, so you need no excuse. Say "shifts" to see what you are signed up for.`,
  onlyWaiting: (p) =>
    `You have no place at ${p.code} yet, so you need no excuse. Say "cancel ${p.code}" to leave the waiting list.`,
  noPlace: (p) => `You had no place yet at ${p.what}; you are off the waiting list and need no excuse.`,
  notPossible: (p) => `At ${p.code} you are: ${p.state}. There is nothing to be excused.`,
  waiting: (p) => `${p.code} is waiting for an answer already (${p.request}).`,
  done: (p) =>
    `Excuse asked for (${p.request}): ${p.what}. ` +
    (p.freed ? 'Your place goes to others; ' : '') +
    (p.late ? 'if it is granted it does not count as late; ' : '') +
    'I tell you as soon as there is an answer.',
  request: (p) => `${p.who} asks to be excused from ${p.code} ${p.title}: ${p.reason}`,
  agreed: (p) => `Excused from ${p.code}: ${p.who}, who has been told.`,
  refused: (p) => `${p.who} is not excused from ${p.code} and has been told.`,
  granted: (p) => `You are excused from ${p.what}; it counts neither as late nor as an absence.`,
  notGranted: (p) =>
    `You are not excused from ${p.what}${p.reason ? `: ${p.reason}` : ''}. Please talk to the leader.`,
}
