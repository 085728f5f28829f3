import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const pending: Texts['pending'] = {
  none: 'No request and no hours wait for you.',
  header: (p) =>
    `Waiting: ${[
      p.requests > 0 ? counted(p.requests, 'request') : '',
      p.reports > 0 ? counted(p.reports, 'report') : '',
      p.groups > 0
        ? `${counted(p.groups, 'activity', 'activities')} with ${counted(p.lines, 'line')} of hours`
        : '',
    ]
      .filter(Boolean)
      .join('; ')}`,
  group: (p) =>
    `${p.code} ${p.what}: ${counted(p.count, 'line')}, claimed ${p.claimed}, planned ${p.planned}` +
    (p.attended ? `, checked in ${p.attended} (${counted(p.attendances, 'line')})` : '') +
    (p.differing > 0 ? `, ${p.differing} with a difference` : '') +
    (p.unclaimed > 0 ? `, ${p.unclaimed} not claimed` : '') +
    (p.seconding > 0 ? `, ${p.seconding} for a second social worker` : ''),
  verifyAll: (p) => `verify ${p.code} all`,
  nextRequest: (p) => `Say "agree ${p.request}", or "disagree ${p.request} reason".`,
  next: (p) => `Say "verify ${p.code} all", or "verify ${p.code}" to see each line.`,
}
