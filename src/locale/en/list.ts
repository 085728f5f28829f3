import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

const places = (count: number) => counted(count, 'place')

export const list: Texts['list'] = {
  line: (p) => `${p.code} ${p.when} ${p.title}, ${p.place} (${p.left})`,
  left: (p) => (p.left > 0 ? `${p.left} left` : 'full, you can wait'),
  more: 'Say a code for details, "signup A12" to join; "more" shows the next ones.',
  end: (p) => `Say a code for details, "signup ${p.code}" to join.`,
  next: 'more',
  none: 'There is nothing to join just now; please look again later.',
  noneThere: 'There is nothing like that. Say "list" to see everything.',
  noMore: 'That was the last. Say "list" to begin again.',
  all: 'list',
  signup: (p) => `signup ${p.code}`,
  between: ', ',
  gap: ' ',
  title: (p) => `${p.code} ${p.title} (${p.category}${p.team ? `, ${p.team}` : ''})`,
  where: (p) => `${p.when}, ${p.place}${p.meetAt ? `, meeting point: ${p.meetAt}` : ''}`,
  bring: (p) => `Bring: ${p.bring}`,
  contact: (p) => `Contact: ${p.name}`,
  places: (p) =>
    p.left > 0 && p.waiting === 0
      ? `${places(p.places)}, ${p.left} left.`
      : `${places(p.places)}, full, ${p.waiting} waiting.`,
  states: {
    cancelled: 'It was called off.',
    closed: 'It is over.',
    over: 'It is over.',
    running: 'It is going on.',
  },
  howToJoin: (p) => `Say "signup ${p.code}" to join.`,
  mine: {
    waiting: 'You are on the waiting list.',
    offered: 'A place is kept for you; please answer "1" to take it or "2" to leave it.',
    confirmed: 'You are signed up.',
    arrived: 'You have checked in.',
    completed: 'You took part.',
    cancelled: 'You cancelled.',
    declined: 'You left the place.',
    no_show: 'You signed up and did not come.',
    excused: 'You were excused.',
  },
  mineIn: (p) => `${p.code}: ${p.state}`,
}
