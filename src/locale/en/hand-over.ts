import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

type Led = Parameters<Texts['handOver']['done']>[0]

const parts = ({ roles, activities, volunteers, reports }: Led) =>
  [
    roles > 0 ? counted(roles, 'role') : '',
    activities > 0 ? counted(activities, 'activity', 'activities') : '',
    volunteers > 0 ? counted(volunteers, 'paired volunteer') : '',
    reports > 0 ? counted(reports, 'report') : '',
  ]
    .filter(Boolean)
    .join(', ')
const till = ({ until, from }: Led) =>
  until ? `, until ${until}; then it goes back to ${from} by itself` : ''

export const handOver: Texts['handOver'] = {
  howTo:
    'From whom to whom? For example "hand over Wang Hua to Li Ping", for a time "hand over Wang Hua to Li Ping until 15 December".',
  same: 'A handover takes two people; nothing changed. For example "hand over Wang Hua to Li Ping".',
  notWorker: (p) => `${p.who} is no social worker yet; say "grant … social-worker …" first.`,
  past: 'That day is over; nothing changed. Please say a day to come, for example "until 15 December".',
  nothing: (p) => `${p.who} leads nothing that could be handed over.`,
  ask: (p) => `Hand over from ${p.from} to ${p.to}: ${parts(p)}${till(p)}?\nAnswer "yes" if that is right.`,
  done: (p) => `Handed over from ${p.from} to ${p.to}: ${parts(p)}${till(p)}. Both know.`,
  told: (p) => `${p.by} handed over from ${p.from} to ${p.to}: ${parts(p)}${till(p)}.`,
  back: (p) => `The time is over: what ${p.from} handed over to ${p.to} is back with ${p.from}.`,
}
