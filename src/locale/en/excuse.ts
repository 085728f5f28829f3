import type { Texts } from '../index.ts'

export const excuse: Texts['excuse'] = {
  which: 'From which activity? Answer with its code.',
  who: (p) => `Who is excused from ${p.code}? Answer with names or volunteer numbers, separated by commas.`,
  done: (p) => `Excused from ${p.code}: ${p.names}. They have been told.`,
  told: (p) => `${p.by} has excused you from ${p.what}; it does not count as an absence.`,
}
