import type { Texts } from '../index.ts'
import { counted } from './counted.ts'

export const verify: Texts['verify'] = {
  whichActivity: 'Which activity? For example "verify A12 all". "pending" shows what there is.',
  seePending: 'pending',
  outOfScope: (p) =>
    p.team
      ? `${p.code} is verified by the social workers of "${p.team}"; please ask one.`
      : `${p.code} is verified by a social worker for everything; please ask one.`,
  nothing: (p) => `No hours of ${p.code} wait for you. "pending" shows what does.`,
  noLine: (p) =>
    `${p.code} has no waiting hours of "${p.who}", so I changed nothing. Check the name or the volunteer number.`,
  which: (p) =>
    `${p.code}: ${counted(p.count, 'line')} waiting. Answer "all", or names, or "except" and names.`,
  line: (p) => {
    const beside = [
      ...(p.planned ? [`planned ${p.planned}`] : []),
      ...(p.attended ? [`checked in ${p.attended}`] : []),
      ...(p.unclaimed ? ['not claimed'] : []),
      ...(p.correction ? ['entered later'] : []),
    ]
    return `${p.entry} ${p.name} ${p.time}${beside.length > 0 ? ` (${beside.join(', ')})` : ''}`
  },
  all: 'all',
  moreThanClaimed: (p) =>
    `${p.entry} claims ${p.claimed}; no more than that can be verified, so I changed nothing.`,
  done: (p) => `Verified ${p.code}: ${counted(p.count, 'line')}, ${p.time} in all (${p.minutes} minutes).`,
  named: (p) => `${p.name} ${p.time}${p.claimed ? ` (claimed ${p.claimed})` : ''}`,
  between: ', ',
  needsSecond: (p) =>
    `With ${p.entries} that day passes 8 hours; a second social worker has to verify too. Still under "pending".`,
  own: (p) => `${p.entries} is your own; another social worker verifies it.`,
  more: (p) => `I verify 200 lines at a time and there are more: say "verify ${p.code} all" again.`,
  told: (p) =>
    `Verified: ${p.when}, ${p.code}, ${p.time}${p.claimed ? ` (you claimed ${p.claimed})` : ''} (${p.entry}). Thank you!`,
}
