import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const pair: Texts['pair'] = {
  own: 'Nobody is paired with themselves. Add the name of a volunteer, for example "pair Mary Smith".',
  notYours: (p) => `${p.who} belongs to none of your teams; a social worker of theirs can do it.`,
  already: (p) => `You lead ${p.who} already; nothing changed.`,
  taken: (p) => `${p.worker} leads ${p.who}; an admin can hand over.`,
  done: (p) => `You lead ${p.who} now, and they know.`,
  told: (p) => `${p.worker} leads you from now on; whatever you "report …" goes there.`,
  nobody: 'You lead no volunteer yet. Say "pair Zhang San".',
  list: (p) => `You lead ${counted(p.count, 'volunteer')}: ${p.names}`,
  between: ', ',
}
