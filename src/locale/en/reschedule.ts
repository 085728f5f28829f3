import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const reschedule: Texts['reschedule'] = {
  askTime: (p) => `When is ${p.code} to be? For example "sat 9:00-12:00".`,
  past: (p) => `${p.when} is past. When is it to be? For example "sat 9:00-12:00".`,
  begun: (p) => `${p.code} has begun and cannot be rescheduled. To do it again, say "repost ${p.code}".`,
  check: (p) =>
    `Move ${p.what} from ${p.was} to ${p.to}? I will tell ${counted(p.told, 'person', 'people')}${p.colliding > 0 ? `; ${p.colliding} of them ${p.colliding === 1 ? 'is' : 'are'} busy elsewhere then` : ''}.\nAnswer "yes" to move it.`,
  done: (p) =>
    `${p.code} is now on ${p.to}.${p.told > 0 ? ` Telling ${counted(p.told, 'person', 'people')}.` : ''}`,
  clash: (p) => `${p.name} (${p.number}, ${p.other})`,
  clashes: (p) => `These people are signed up elsewhere at that time; please talk to them: ${p.names}`,
  told: (p) => `${p.what} has moved from ${p.was} to ${p.to}. If you cannot come, say "cancel ${p.code}".`,
}
