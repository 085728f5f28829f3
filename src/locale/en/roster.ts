import type { Texts } from '../index.ts'

export const roster: Texts['roster'] = {
  which: 'The list of which activity? Answer with its code.',
  nothing: 'There are no activities ahead in your scope. Say "post" to make one.',
  title: (p) => `${p.what}\nsigned up ${p.confirmed}/${p.places}, offered ${p.offered}, waiting ${p.waiting}`,
  nobody: 'Nobody has signed up yet.',
  person: (p) => `${p.n}. ${p.name} ${p.number}`,
  arrived: 'checked in',
  completed: 'completed',
  late: (p) => `${p.time} late`,
  noShow: 'no-show',
  offered: 'Offered:',
  waiting: 'Waiting:',
  more: (p) => `and ${p.count} more`,
}
