import type { Texts } from '../index.ts'

export const reschedule: Texts['reschedule'] = {
  askTime: (p) => `When is ${p.code} to be? For example "sat 9:00-12:00".`,
  past: (p) => `${p.when} is past. When is it to be?`,
  begun: (p) => `${p.code} has begun and cannot be rescheduled.`,
  check: (p) =>
    `Move ${p.what} from ${p.was} to ${p.to}; people to tell: ${p.told}.${p.colliding > 0 ? ` Busy elsewhere at that time: ${p.colliding}.` : ''}\nAnswer "yes" to move it.`,
  done: (p) => `${p.code} is now on ${p.to}.${p.told > 0 ? ` People being told: ${p.told}.` : ''}`,
  clash: (p) => `${p.name} (${p.number}, ${p.other})`,
  clashes: (p) => `These people are signed up elsewhere at that time; please talk to them: ${p.names}`,
  told: (p) => `${p.what} has moved from ${p.was} to ${p.to}. If you cannot come, say "cancel ${p.code}".`,
}
