import type { Texts } from '../index.ts'

export const forChild: Texts['for'] = {
  nobody: (p) => `You are nobody's guardian here yet. If your child is under ${p.age}, say “guardian NAME”.`,
  notYours: (p) =>
    `You are not the guardian of “${p.who}”, so nothing has changed. You can act for: ${p.names}`,
  which: (p) => `For whom? Please answer with the number: ${p.names}`,
  what: (p) =>
    `What shall I do for ${p.name}? Say “for ${p.name} signup A12”, “for ${p.name} cancel A12”, “for ${p.name} shifts” or “for ${p.name} hours”.`,
  nothingAsked: 'There is nothing to answer at the moment.',
}
