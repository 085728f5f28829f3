import type { Texts } from '../index.ts'
import { common } from './common.ts'

const compared = (
  { now, before, difference, rate }: Parameters<Texts['stats']['compared']['hours']>[0],
  unit = '',
) =>
  `${now}${unit}, a year before ${before}${unit}, ${difference}${rate ? ` (${rate} = ${difference} ÷ ${before})` : ''}`

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
  filled: (p) =>
    `Fill rate ${p.rate} = ${p.filled} places taken ÷ ${p.places} places (activities begun: ${p.activities})`,
  turnout: (p) =>
    `Attendance rate ${p.rate} = ${p.came} came ÷ ${p.expected} expected (excused, not counted: ${p.excused})`,
  leftOut:
    'Fill rate and attendance rate are not kept by day, so they are left out here; without "as of" you get those of now.',
  lag: (p) =>
    `From claim to verification ${p.value} working days = ${p.days} working days ÷ ${p.lines} lines`,
  load: (p) =>
    `Attendances verified per social worker ${p.value} = ${p.attendances} ÷ ${p.socialWorkers} social worker${p.socialWorkers === 1 ? '' : 's'}`,
  before: (p) => `Year on year, ${p.from} to ${p.to} (verified until ${p.until}):`,
  compared: {
    hours: (p) => `Hours ${compared(p, ' h')}`,
    attendances: (p) => `Attendances ${compared(p)}`,
    people: (p) => `People who attended ${compared(p)}`,
    registered: (p) => `Registered volunteers ${compared(p)}`,
  },
  by: {
    team: 'By team:',
    station: 'By station:',
    category: 'By category:',
    month: 'By month:',
    verifier: 'By social worker who verified:',
  },
  none: 'not given',
  rowsPrivately: '; I have sent you the rows directly.',
  morePrivately: '; I have sent you the other figures directly.',
  noRows: ' no verified hours.',
  row: (p) => `${p.name}: ${p.hours} h (${p.minutes} min), attendances ${p.attendances}`,
  rest: (p) => `${p.count} more: ${p.hours} h (${p.minutes} min), attendances ${p.attendances}`,
}
