import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const certificate: Texts['certificate'] = {
  period: (p) => (p.from === p.to ? p.from : `${p.from} to ${p.to}`),
  ready: (p) =>
    `Your certificate of volunteer service is ready: ${p.period}, ${p.time} verified, number ${p.number}.\nOpen it within ${p.minutes} minutes; the link works once:\n${p.url}\nIf it is too late, say "certificate" again.`,
  nothing: (p) =>
    p.waiting
      ? `There are no verified hours${p.period ? ` (${p.period})` : ''} yet, so there is nothing to certify. ${p.waiting} of yours wait for a social worker; say "certificate" again after that.`
      : p.period
        ? `There are no verified hours (${p.period}), so there is nothing to certify. "certificate" alone takes all of them.`
        : 'There are no verified hours yet, so there is nothing to certify. After an activity say "log"; once a social worker has verified it, you get your certificate.',
  withdrawn: (p) =>
    `Withdrawn after a correction of hours, please use them no more: ${p.numbers.join(', ')}.`,
  fileName: (p) => `volunteer-service-${p.number}.pdf`,
  paper: {
    title: 'Certificate of volunteer service',
    number: (p) => `Number: ${p.number}`,
    statement: (p) =>
      `This is to certify that ${p.name} (volunteer number ${p.volunteer}) served as a volunteer (${p.period}). Verified service time: ${p.time} (${p.minutes} minutes).`,
    content: 'Service',
    date: 'Date',
    activity: 'Activity',
    category: 'Category',
    count: 'Times',
    time: 'Time',
    times: (p) => String(p.count),
    total: (p) => `Total (${p.count})`,
    summarised: (p) => `${counted(p.count, 'record')}, summed up by category.`,
    unit: (p) => `Recorded by: ${p.org}`,
    handler: (p) => `Handled by: ${p.name}`,
    issued: (p) => `Issued on: ${p.date}`,
    check: 'The QR code leads to a page that shows the number, period, hours and status:',
  },
}
