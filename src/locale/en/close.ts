import type { Texts } from '../index.ts'

export const close: Texts['close'] = {
  which: 'Which activity is it? Answer with its code, such as "A12".',
  notYours: (p) => `${p.code} is closed by a social worker of ${p.team ?? 'everything'}; please ask one.`,
  notOver: (p) => `${p.code} is not over yet; close it afterwards.`,
  askServed: (p) => `How many people did ${p.code} serve? For example "120 people".`,
  same: (p) => `${p.code} is closed with ${p.served} people served; nothing changed.`,
  check: (p) => `${p.code} has ${p.was} people served. Change it to ${p.served}? Answer "yes".`,
  done: (p) =>
    `${p.code} is closed, people served: ${p.served}${p.was === undefined ? '' : ` (was ${p.was})`}. It counts in "stats".`,
}
