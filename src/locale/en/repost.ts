import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const repost: Texts['repost'] = {
  which: 'Which activity again? Answer with its code, for example "A12".',
  askDays: (p) =>
    `On which days again, ${p.code}? For example "next Saturday", "every Saturday 4 times", "every Saturday until 31 December".`,
  check: (p) =>
    `${p.what} again, ${counted(p.count, 'time')} (${p.place}, ${counted(p.places, 'place')} each):`,
}
