import type { Texts } from '../index.ts'

export const offer: Texts['offer'] = {
  made: (p) =>
    `A place has come free: ${p.what}, ${p.place}.\nPlease answer before ${p.until}: 1 I will come / 2 I cannot.`,
  accepted: (p) => `The place is yours: ${p.what}, ${p.place}. If you cannot come, say "cancel ${p.code}".`,
  declined: (p) => `All right, the place at ${p.code} goes to the next person.`,
  collides: (p) =>
    `You are signed up for ${p.other} at that time, so the place at ${p.code} goes to the next person.`,
  gone: (p) =>
    `That place at ${p.code} has been settled already. Say "signup ${p.code}" if you still want to come.`,
  lapsed: (p) =>
    `We did not hear from you, so the place at ${p.code} goes to the next person. Say "signup ${p.code}" to queue again.`,
}
