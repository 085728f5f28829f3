import type { Texts } from '../index.ts'

const counted = ({ hours, report, request }: { hours: number; report: number; request: number }) =>
  [
    hours > 0 ? `hours ${hours}` : '',
    report > 0 ? `reports ${report}` : '',
    request > 0 ? `requests ${request}` : '',
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
    `Good morning. What has waited long, as of ${p.day}: ${counted(p)}. By social worker (those of one team count it each):`,
  row: (p) => `${p.who}: ${counted(p)}`,
  others: (p) => `and social workers more: ${p.count}`,
  nobody: 'nobody in charge',
}
