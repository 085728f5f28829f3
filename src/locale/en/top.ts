import type { Texts } from '../index.ts'

export const top: Texts['top'] = {
  thisYear: 'this year',
  header: (p) => `Most hours ${p.period} (${p.from} to ${p.to}), verified until ${p.until}`,
  line: (p) => `${p.place}. ${p.who}: ${p.hours} h (${p.minutes} min)`,
  nobody: 'No verified hours yet.',
  restPrivately: 'I have sent you the list with names directly.',
}
