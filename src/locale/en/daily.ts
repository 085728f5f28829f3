import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

const all = ({ hours, report, request }: { hours: number; report: number; request: number }) =>
  [
    hours > 0 ? `${counted(hours, 'line')} of hours` : '',
    report > 0 ? counted(report, 'report') : '',
    request > 0 ? counted(request, 'request') : '',
  ]
    .filter(Boolean)
    .join(', ')
const some = ({ list, more }: { list: string; more: number }) =>
  `${list}${more > 0 ? ` and ${more} more` : ''}`

export const daily: Texts['daily'] = {
  between: ', ',
  mine: (p) => `Good morning. Some things have waited long, as of ${p.day}:`,
  hours: (p) => `Hours not verified for over ${p.days} working days: ${some(p)}`,
  reports: (p) => `Reports not answered within ${p.days} working days: ${some(p)}`,
  requests: (p) => `Requests older than ${p.days} working days: ${some(p)}`,
  activity: (p) => `${p.code} (${p.count})`,
  next: 'Say "pending" to see them one by one.',
  pending: 'pending',
  all: (p) =>
    `Good morning. What has waited long, as of ${p.day}: ${all(p)}. By social worker (those of one team count it each):`,
  row: (p) => `${p.who}: ${all(p)}`,
  others: (p) => `and ${counted(p.count, 'more social worker')}`,
  nobody: 'nobody in charge',
}
