import type { Texts } from '../index.ts'

export const requests: Texts['requests'] = {
  which: 'Which one? Please add its number, for example "agree Q3". "pending" shows them.',
  list: 'pending',
  none: (p) => `There is no ${p.request} for you to answer. "pending" shows what there is.`,
  own: (p) => `${p.request} is your own; somebody else has to answer it.`,
  settled: (p) => `${p.request} has been answered already; nothing changed.`,
  why: (p) => `Why not ${p.request}? Whoever asked will be told.`,
  asked: (p) => `${p.request}: ${p.what}. Say "agree ${p.request}" or "disagree ${p.request} reason".`,
  agree: (p) => `agree ${p.request}`,
  disagree: (p) => `disagree ${p.request}`,
  line: (p) => `${p.request} ${p.what}`,
}
