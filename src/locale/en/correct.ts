import type { Texts } from '../index.ts'

export const correct: Texts['correct'] = {
  which: 'Which entry? For example "correct H55 2 hours noted wrongly".',
  notVerified: (p) => `${p.entry}: ${p.state}. Only verified hours are corrected; nothing was changed.`,
  howLong: (p) =>
    `${p.entry} says ${p.time}. How long should it be? For example "2 hours", or "0 h" if none of it counts.`,
  same: (p) => `${p.entry} says ${p.time} already; nothing was changed.`,
  tooLong: (p) =>
    `${p.entry} is only ${p.time} from start to end; nothing was changed. If the times are wrong, correct it to 0 h and add the hours anew.`,
  why: (p) => `Why is ${p.entry} corrected? The person will be told.`,
  dayFull: (p) => `That would make more than 8 verified hours on that day; ${p.entry} was not changed.`,
  meanwhile: (p) => `Somebody else has just corrected ${p.entry}; please look again.`,
  done: (p) => `${p.entry} (${p.when} ${p.code}) corrected: ${p.was} → ${p.time}. The person has been told.`,
  told: (p) =>
    `Your hours ${p.entry} (${p.when} ${p.code}) were corrected: ${p.was} → ${p.time}. Reason: ${p.reason}. Please ask the social worker in charge if you have a question.`,
}
