import type { Texts } from '../index.ts'

export const shifts: Texts['shifts'] = {
  command: 'shifts',
  list: 'list',
  title: 'Your next activities:',
  none: 'You are not signed up for anything yet. Say "list" to see what there is.',
  confirmed: (p) => `${p.what}, ${p.place}`,
  waiting: (p) => `${p.what} (number ${p.position} on the waiting list)`,
  offered: (p) => `${p.what} (a place is yours: answer 1 or 2 before ${p.until})`,
  more: (p) => `and ${p.count} more`,
}
