import type { Texts } from '../index.ts'

export const broadcastStatus: Texts['broadcastStatus'] = {
  none: (p) => `I found no broadcast ${p.code} that you can see. Say "broadcast-status" for the latest.`,
  noneYet: 'You have sent no call or broadcast yet.',
  head: (p) => `${p.code} ${p.activity ? `call for ${p.activity}` : 'broadcast'} to ${p.audience}, ${p.at}`,
  counts: (p) =>
    `${p.total} in all: sent ${p.sent}, failed ${p.failed}, unknown ${p.unknown}, waiting ${p.waiting}`,
  withdrawn: (p) => `Withdrawn: ${p.count} not sent any more`,
  dropped: (p) => `Not sent: ${p.why}`,
  end: (p) => `Done by about ${p.end}`,
  late: (p) => `${p.count} not out in time`,
  reasons: (p) => `Failed: ${p.parts}`,
  refused: (p) => `${p.count} not taken by their platform`,
}
