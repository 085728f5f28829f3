import type { SignupState } from '../../domain/signup-states.ts'
import type { Texts } from '../index.ts'

const youAre = (who: string | undefined) => (who ? `${who} is` : 'You are')

const already: Partial<Record<SignupState, string>> = {
  confirmed: 'already signed up for',
  waiting: 'already on the waiting list of',
  offered: 'already offered a place at',
  arrived: 'already checked in at',
  completed: 'already done with',
}

export const signup: Texts['signup'] = {
  /** The command for oneself. */
  alone: (p: { codes: readonly string[] }) => `signup ${p.codes.join(', ')}`,
  which: 'Sign up for which activity? Answer with its code.',
  nothing: 'There is nothing to sign up for at the moment. New activities are announced in the groups.',
  confirmed: (p) =>
    p.who
      ? `${p.who} is signed up: ${p.what}, ${p.place}.`
      : `You are signed up: ${p.what}, ${p.place}. If you cannot come, say "cancel ${p.code}".`,
  bring: (p) => `Please bring: ${p.bring}`,
  risk: (p) => `Risk: ${p.risk}`,
  waiting: (p) =>
    `${p.what} is full. ${youAre(p.who)} number ${p.position} on the waiting list; as soon as a place comes free, we say so.${p.who ? '' : ` To leave it, say "cancel ${p.code}".`}`,
  already: (p) =>
    p.position
      ? `${youAre(p.who)} on the waiting list of ${p.code} already, now number ${p.position}.`
      : `${youAre(p.who)} ${already[p.state] ?? 'already settled at'} ${p.code}.`,
  over: (p) => `${p.code} is over. Say "list" to see what comes next.`,
  cancelled: (p) => `${p.code} has been called off. Say "list" to see others.`,
  notOpen: (p) => `${p.code} is not open yet; it opens ${p.from}.`,
  full: (p) => `${p.code} is full. Say "list" to see others.`,
  lacksSkill: (p) =>
    `${p.code} needs ${p.skills}, which is not on record for ${p.who ?? 'you'}. If it should be, please tell a social worker.`,
  ageUnknown: (p) =>
    `${p.code} is for people from ${p.minimum}, and the birth year is not on record. Please tell a social worker.`,
  tooYoung: (p) => `${p.code} is for people from ${p.minimum}. Say "list" to find another one.`,
  guardian: (p) =>
    `Below ${p.minimum} a guardian has to agree to ${p.code}; please let a parent say “guardian NAME” to me in a direct chat.`,
  ownConsent: (p) =>
    `${youAre(p.who)} ${p.minimum} now and must agree to ${p.code} personally: a parent says “for NAME link” to get a code, and the code is said as “link CODE” in the young person's own chat.`,
  collides: (p) =>
    `${youAre(p.who)} signed up for ${p.other}, which is at the same time as ${p.code}. To change, say "cancel ${p.other}" first.`,
  byOther: (p) => `${p.by} did this for you. ${p.said}`,
  completed: (p) => `Sorry for the late answer: you are signed up for ${p.what}.`,
}
