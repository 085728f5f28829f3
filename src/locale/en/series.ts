import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const series: Texts['series'] = {
  between: ', ',
  more: (p) => `… and ${p.count} more, the last on ${p.last}`,
  holiday: (p) => `${p.when} (${p.name} holiday)`,
  workday: (p) => `${p.when} (a working day in exchange for ${p.name})`,
  past: (p) => `Past already, left out: ${p.days}`,
  there: (p) => `The same activity is there then (${p.codes}), left out: ${p.days}`,
  unpublished: (p) => `I do not have the holidays of ${p.year} yet; please look yourself.`,
  askEnd: 'How many times, or until which day? For example "4 times" or "until 31 December".',
  tooMany: (p) =>
    `${p.most} at once is the most. Please say fewer times or a nearer day, for example "every Saturday 4 times".`,
  none: 'None of these days is possible. Please say other ones.',
  askClock: 'From when to when each time? For example "9:00-12:00".',
  count: (p) => `${counted(p.count, 'time')}${p.rest ? `, with ${p.rest} of rest each` : ''}:`,
  done: (p) =>
    `Posted ${p.count}: ${p.code}-${p.last} ${p.title}, ${p.from} to ${p.to}.\nSay "call ${p.code}" to invite people, "roster ${p.code}" to see who signed up.`,
}
