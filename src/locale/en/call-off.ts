import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const callOff: Texts['callOff'] = {
  askReason: (p) => `Why is ${p.code} called off? One sentence; everybody will be told.`,
  check: (p) =>
    `Call off ${p.what}, because: ${p.reason}?\nI will tell ${counted(p.signedUp, 'person', 'people')} signed up and ${p.waiting} waiting, and release all places.\nAnswer "yes" to call it off.`,
  done: (p) =>
    p.told > 0
      ? `${p.code} is called off. Telling ${counted(p.told, 'person', 'people')}.`
      : `${p.code} is called off. Nobody was signed up.`,
  told: (p) =>
    `${p.what} is called off, because: ${p.reason}. No need to come; thank you. Say "list" for others.`,
  toldThere: (p) =>
    `${p.what} is called off now. Reason: ${p.reason}. Say "checkout ${p.code}" before you leave: what you did counts. Thank you.`,
  responsible: (p) => `${p.by} called off ${p.what}; everybody signed up is told.`,
  stopped: (p) => `${counted(p.count, 'message')} not sent because the activity was called off`,
}
