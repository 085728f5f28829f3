import type { Texts } from '../index.ts'

export const cancel: Texts['cancel'] = {
  one: (p) => `cancel ${p.code} ${p.title} on ${p.day}`,
  /** The command for oneself. */
  alone: (p: { codes: readonly string[] }) => `cancel ${p.codes.join(', ')}`,
  which: 'Cancel which activity? Answer with its code.',
  really: (p) => `Cancel ${p.what}? Answer ${p.code} and it is cancelled.`,
  nothing:
    'You are not signed up for anything, so there is nothing to cancel. Say "list" to see what there is.',
  nothingOn: (p) =>
    `You are not signed up for anything on ${p.day}, so there is nothing to cancel. Say "shifts" to see what you are signed up for.`,
  done: (p) => `Cancelled${p.who ? ` for ${p.who}` : ''}: ${p.what}. Thank you for telling us.`,
  late: (p) =>
    `Cancelled${p.who ? ` for ${p.who}` : ''}: ${p.what}. It starts in less than ${p.hours} hours, so this is noted as late.${p.who ? '' : ` If there is a reason, say "request-excuse ${p.code} reason".`}`,
  afterStart: (p) =>
    `Cancelled${p.who ? ` for ${p.who}` : ''}: ${p.what}. It has begun already, so this is noted as late.${p.who ? '' : ` If there is a reason, say "request-excuse ${p.code} reason".`}`,
  notWaiting: (p) => `All right, ${p.who ? `${p.who} is` : 'you are'} off the waiting list of ${p.code}.`,
  notOffered: (p) => `All right, the place at ${p.code} goes to the next person.`,
  notSignedUp: (p) =>
    `${p.who ? `${p.who} is` : 'You are'} not signed up for ${p.code}, so there is nothing to cancel.`,
  tooLate: (p) =>
    `${p.code} has been checked in to or is over and cannot be cancelled; please talk to the responsible social worker.`,
  leader: (p) =>
    `${p.name} (${p.number}) cancelled ${p.what}${p.late ? ', late' : ''}.${p.reason ? ` Reason: ${p.reason}` : ''}`,
  byOther: (p) => `${p.by} cancelled ${p.what} for you. If that is wrong, say "signup ${p.code}".`,
}
