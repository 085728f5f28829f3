import type { Texts } from '../index.ts'

export const pending: Texts['pending'] = {
  none: 'No hours wait for you.',
  header: (p) => `Waiting: activities ${p.groups}, lines ${p.lines}`,
  group: (p) =>
    `${p.code} ${p.what}: lines ${p.count}, claimed ${p.claimed}, planned ${p.planned}` +
    (p.differing > 0 ? `, not as planned ${p.differing}` : '') +
    (p.seconding > 0 ? `, waiting for a second social worker ${p.seconding}` : ''),
  verifyAll: (p) => `verify ${p.code} all`,
  next: (p) => `Say "verify ${p.code} all", or "verify ${p.code}" to see each line.`,
}
