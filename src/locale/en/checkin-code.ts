import type { Texts } from '../index.ts'

export const checkinCode: Texts['checkinCode'] = {
  which: 'For which activity? Answer with its code.',
  done: (p) =>
    `The check-in code of ${p.what} is ${p.pin}. Show it where people meet; they say "checkin ${p.code} ${p.pin}".`,
  off: (p) => `${p.what} needs no check-in code any more; people say "checkin ${p.code}".`,
}
