import type { Texts } from '../index.ts'
import { common } from './common.ts'

export const stats: Texts['stats'] = {
  thisMonth: 'this month',
  day: (p) => `${common.month(p)} ${p.year}`,
  notBegun: (p) => `${p.period} has not begun, so there are no figures.`,
  between: ', ',
  header: (p) =>
    `Statistics ${p.period} (${p.from} to ${p.to}), scope: ${p.scope}, verified until ${p.until}`,
  people: (p) =>
    `Registered volunteers ${p.registered}${p.within ? ' (members of these teams)' : ''}; active ${p.active} (over 5 verified hours${p.within ? ' with these teams, members or not,' : ''} in the year up to ${p.to})`,
  attendances: (p) =>
    `Attendances ${p.attendances}, by ${p.people} ${p.people === 1 ? 'person' : 'people'} (verified lines)`,
  served: (p) => `People served: ${p.served} (activities closed: ${p.activities})`,
  hours: (p) =>
    `Verified ${p.hours} h (${p.minutes} min); per volunteer ${p.each} h = ${p.hours} ÷ ${p.registered} registered`,
  fullTime: (p) =>
    `Full-time people ${p.value} = ${p.hours} h ÷ ${p.denominator} h (${p.days} days × ${p.hoursADay} h × ${p.years} years)`,
  by: { team: 'By team:', station: 'By station:', category: 'By category:', month: 'By month:' },
  none: 'not given',
  rowsPrivately: '; I have sent you the rows directly.',
  noRows: ' no verified hours.',
  row: (p) => `${p.name}: ${p.hours} h (${p.minutes} min), attendances ${p.attendances}`,
  rest: (p) => `${p.count} more: ${p.hours} h (${p.minutes} min), attendances ${p.attendances}`,
}
