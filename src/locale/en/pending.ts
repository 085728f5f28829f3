import type { Texts } from '../index.ts'

export const pending: Texts['pending'] = {
  none: 'No hours wait for you.',
  header: (p) => `Waiting: activities ${p.groups}, lines ${p.lines}`,
  group: (p) =>
    `${p.code} ${p.what}: lines ${p.count}, claimed ${p.claimed}, planned ${p.planned}` +
    (p.attended ? `, checked in ${p.attended} (lines ${p.attendances})` : '') +
    (p.differing > 0 ? `, with differences ${p.differing}` : '') +
    (p.unclaimed > 0 ? `, not claimed ${p.unclaimed}` : '') +
    (p.seconding > 0 ? `, waiting for a second social worker ${p.seconding}` : ''),
  verifyAll: (p) => `verify ${p.code} all`,
  next: (p) => `Say "verify ${p.code} all", or "verify ${p.code}" to see each line.`,
}
