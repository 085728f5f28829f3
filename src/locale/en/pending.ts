import type { Texts } from '../index.ts'

export const pending: Texts['pending'] = {
  none: 'No request and no hours wait for you.',
  header: (p) =>
    `Waiting: ${[
      p.requests > 0 ? `requests ${p.requests}` : '',
      p.groups > 0 ? `activities ${p.groups}, lines ${p.lines}` : '',
    ]
      .filter(Boolean)
      .join('; ')}`,
  group: (p) =>
    `${p.code} ${p.what}: lines ${p.count}, claimed ${p.claimed}, planned ${p.planned}` +
    (p.attended ? `, checked in ${p.attended} (lines ${p.attendances})` : '') +
    (p.differing > 0 ? `, with differences ${p.differing}` : '') +
    (p.unclaimed > 0 ? `, not claimed ${p.unclaimed}` : '') +
    (p.seconding > 0 ? `, waiting for a second social worker ${p.seconding}` : ''),
  verifyAll: (p) => `verify ${p.code} all`,
  nextRequest: (p) => `Say "agree ${p.request}", or "disagree ${p.request} reason".`,
  next: (p) => `Say "verify ${p.code} all", or "verify ${p.code}" to see each line.`,
}
