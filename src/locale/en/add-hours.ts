import type { Texts } from '../index.ts'

export const addHours: Texts['addHours'] = {
  which: 'Of which activity? Answer with its code.',
  who: (p) => `Whose hours at ${p.code}? Answer with a name or a volunteer number.`,
  own: 'Your own hours are added by another social worker.',
  already: (p) => `${p.who} has ${p.time} at ${p.code} already (${p.entry}, ${p.state}); I added nothing.`,
  done: (p) =>
    `Added: ${p.who}, ${p.range}, ${p.code}, ${p.time} (${p.minutes} minutes, ${p.entry}). ` +
    (p.verified
      ? 'Verified; they have been told.'
      : 'That day passes 8 hours, so a second social worker has to verify it; it is under "pending".'),
  told: (p) =>
    `${p.by} has added hours for you: ${p.range}, ${p.code}, ${p.time} (${p.entry}), ${p.verified ? 'verified. Thank you!' : 'to be verified by a second social worker.'} If that is wrong, tell ${p.by}.`,
}
