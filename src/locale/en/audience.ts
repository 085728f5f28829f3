import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const audience: Texts['audience'] = {
  between: ', ',
  except: (p) => `${p.wanted} (except ${p.without})`,
  empty: 'To whom? Say a team, a station, "#skill" or "all", for example "Nanyuan, #driving".',
  notYours: (p) => `Writing to ${p.team} is done by its ${p.role}; please ask one.`,
  notEveryone: (p) => `Writing to everyone is done by a ${p.role} for everything; please ask one.`,
  rooms: (p) => counted(p.rooms, 'group'),
  people: (p) => `${counted(p.people, 'person', 'people')} directly`,
  preview: (p) => `To ${p.who}: ${p.reach}.`,
  nobody: (p) => `${p.who}: there is no group and nobody I could reach, so nothing was sent.`,
  inRoom: (p) =>
    `${counted(p.count, 'person', 'people')} with a group of their team: told there, not directly.`,
  without: (p) => `Left out: ${p.parts}.`,
  leftOut: {
    optedOut: (p) => `${p.count} opted out`,
    signedUp: (p) => `${p.count} signed up already`,
    unavailable: (p) => `${p.count} cannot come then`,
    tooYoung: (p) => `${p.count} too young`,
    unguarded: (p) => `${p.count} without a guardian's consent`,
    overCap: (p) => `${p.count} with enough calls in seven days`,
    unreachable: (p) => `${p.count} out of reach`,
  },
  unanswered: 'those who did not answer the call',
  unansweredWhat: '"unanswered" needs an activity, for example "call A12 unanswered".',
  ofActivity: {
    confirmed: (p) => `those signed up for ${p.code}`,
    waiting: (p) => `those waiting for ${p.code}`,
    absent: (p) => `those absent from ${p.code}`,
  },
  words: 'The words:',
  confirm: 'Answer "yes" and it goes out.',
  begun: (p) => `${p.code} is on its way to ${p.reach}. "broadcast-status ${p.code}" shows how far it is.`,
  seeStatus: (p) => `broadcast-status ${p.code}`,
}
