import type { Texts } from '../index.ts'

const withdrawn = (numbers: readonly string[]) =>
  numbers.length > 0 ? `\nCertificates with the old hours are withdrawn: ${numbers.join(', ')}.` : ''

export const correct: Texts['correct'] = {
  which: 'Which line? For example "correct H55 2h left early".',
  notVerified: (p) =>
    `${p.entry} is ${p.state}; only verified lines are corrected. What waits can be verified or rejected.`,
  askTime: (p) => `${p.entry} says ${p.was}; how long should it be? For example "2h".`,
  same: (p) => `${p.entry} says ${p.was} already; nothing changed.`,
  tooLong: (p) =>
    `The time of ${p.entry} has only ${p.most}; nothing changed. Other times are added by "add hours".`,
  why: (p) => `Why correct ${p.entry}? The person will be told.`,
  full: (p) => `That day would have more than 12 hours; ${p.entry} stays as it is.`,
  overtaken: (p) => `${p.entry} has just been corrected by somebody else; please look again.`,
  second: (p) =>
    `That day would have more than 8 hours: another social worker has to agree (${p.request}). ${p.entry} stays as it is until then.`,
  request: (p) => `${p.who} wants to correct ${p.entry} to ${p.is} (over 8 hours that day): ${p.reason}`,
  refused: (p) => `${p.entry} stays as it is; the social worker who asked has been told.`,
  answered: (p) =>
    p.agreed
      ? `Your correction of ${p.entry} was agreed to and holds.${withdrawn(p.numbers)}`
      : `Your correction of ${p.entry} was not agreed to${p.reason ? `: ${p.reason}` : '.'}`,
  done: (p) =>
    `Corrected ${p.entry} (${p.who} ${p.when} ${p.code}): ${p.was} → ${p.is}. Both are kept, and the person knows.${withdrawn(p.numbers)}`,
  told: (p) =>
    `${p.by} has corrected your hours of ${p.when} ${p.code} from ${p.was} to ${p.is} (${p.entry}): ${p.reason}. If that is wrong, please tell ${p.by}.${p.numbers.length > 0 ? `${withdrawn(p.numbers)} Say "certificate" for a new one.` : ''}`,
}
