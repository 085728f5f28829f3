import type { Texts } from '../index.ts'

export const withdraw: Texts['withdraw'] = {
  which: (p) => `Withdraw which one? Please say its code, for example "withdraw ${p.code}".`,
  already: (p) =>
    `${p.code} was stopped before, nothing more goes out. "broadcast-status ${p.code}" shows what was sent.`,
  stopped: (p) =>
    `${p.code} is withdrawn: ${p.stopped} not sent any more, ${p.sent} were out before${p.leaving > 0 ? `, and ${p.leaving} on the way this moment cannot be called back` : ''}.`,
  tooLate: (p) =>
    `${p.code} is out already (${p.sent}), there was nothing left to stop. To correct it, send another broadcast.`,
}
