import type { Texts } from '../index.ts'

export const reject: Texts['reject'] = {
  whichEntry: 'Which line? For example "reject H55 was not there". "pending" shows what there is.',
  noEntry: (p) => `There is no line ${p.entry}. "pending" shows what there is.`,
  outOfScope: (p) => `${p.entry} is handled by the social workers of that team; please ask one.`,
  own: (p) => `${p.entry} is your own; another social worker handles it.`,
  settled: (p) => `${p.entry} is ${p.state}; nothing was changed.`,
  why: (p) => `Why is ${p.entry} refused? The volunteer will be told.`,
  done: (p) => `Refused ${p.entry} (${p.when}, ${p.code}, ${p.time}); the volunteer has been told.`,
  told: (p) =>
    `${p.entry} (${p.when}, ${p.code}, ${p.time}) was refused: ${p.reason}. You can log it again or ask the responsible social worker.`,
}
