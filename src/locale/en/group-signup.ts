import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

const places = (count: number) => counted(count, 'place')

export const groupSignup: Texts['groupSignup'] = {
  which: 'Which activity? Answer with its code.',
  whichTeam: (p) => `For which group? ${p.teams}`,
  noGroups: 'This is for group teams, and you lead none. For one person say "signup A12".',
  noGroup: (p) => `${p.team} is no group team; everybody signs up themselves.`,
  oneByOne: (p) =>
    `${p.code} asks something of those who come (age or skills), so everybody has to sign up themselves.`,
  askCount: (p) => `How many places at ${p.code}? For example "30"; the names can come later.`,
  askNames: (p) => `The names for ${p.code}, please, one a line. Names only, no phone numbers.`,
  namesOnly: (p) =>
    `${p.code} starts in less than 24 hours: only people with names can come. Please send the names, one a line.`,
  short: (p) =>
    `${p.code} does not have ${p.wanted} places: you can have ${p.count}, and ${p.rest} more would wait. Answer "yes" to do so.`,
  done: (p) =>
    `${p.team} has ${places(p.count)} at ${p.code}` +
    (p.waiting > 0 ? `, and ${p.waiting} more waiting` : '') +
    (p.named > 0 ? `, ${p.named} with names` : '') +
    '. ' +
    (p.unnamed > 0
      ? `${p.unnamed} still without a name: say "group-signup ${p.code} names", one a line; what has no name on ${p.until} goes to others. `
      : '') +
    'Who wants their hours counted registers and signs up themselves.',
  none: (p) => `${p.team} has given back all its places at ${p.code}.`,
  more: (p) =>
    `Places came free: ${p.what}. ${p.team} has ${places(p.count)} now${p.waiting > 0 ? `, and ${p.waiting} more waiting` : ''}.`,
  fewer: (p) => `${p.what}: places without a name went to others; ${p.team} has ${places(p.count)} left.`,
  listed: (p) =>
    `${p.team} ${p.count}${p.waiting > 0 ? ` (waiting ${p.waiting})` : ''}: ${p.names || 'no names yet'}`,
}
