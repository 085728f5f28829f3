import type { Texts } from '../index.ts'

export const late: Texts['late'] = {
  which: 'Late for which activity? Answer with its code.',
  howLong: (p) => `About how late for ${p.code}? For example "10 minutes".`,
  done: (p) => `All right, ${p.time} late for ${p.code}; the leader knows and your place is kept. Take care.`,
  tooLong: (p) =>
    `${p.code} is over by then (${p.time}). If you cannot come, say "request-excuse ${p.code} reason".`,
  arrived: (p) => `You are checked in at ${p.code} already.`,
  notSignedUp: (p) => `You have no place at ${p.code}. To come, say "signup ${p.code}".`,
  leader: (p) =>
    `${p.name} (${p.number}) is ${p.time} late for ${p.what}.${p.reason ? ` Reason: ${p.reason}` : ''}`,
}
