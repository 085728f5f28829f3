import type { Texts } from '../index.ts'

const list = (p: { count: number; codes: readonly string[] }) =>
  `${p.codes.join(', ')}${p.count > p.codes.length ? ` and others, ${p.count} in all` : ''}`
const kindOf = (kind: 'unknown' | 'dead') =>
  kind === 'unknown' ? 'Messages that may not have arrived' : 'Messages that could not be handled'

export const unsettled: Texts['unsettled'] = {
  notYours: 'These are for an admin of everything; please ask them.',
  see: { unknown: 'status unknown', dead: 'status not handled' },
  none: {
    unknown: 'There is no message that may not have arrived.',
    dead: 'There is no message that could not be handled.',
  },
  header: {
    unknown: (p) => `May not have arrived: ${p.count}`,
    dead: (p) => `Could not be handled: ${p.count}, newest first`,
  },
  unknownLine: (p) => `${p.code} to ${p.who}, ${p.when}: "${p.words}"`,
  deadLine: (p) => `${p.code} ${p.when} ${p.what}; reason: ${p.reason}`,
  said: (p) => `${p.who} said "${p.words}"`,
  job: (p) => `our own job ${p.queue}`,
  room: (p) => `the group "${p.name}"`,
  stranger: (p) => `somebody not registered on ${p.platform}`,
  footer: {
    unknown: 'Say "resend X1" or "resend all" to send again (it may arrive twice), "give up X1" to leave it.',
    dead: 'Say "redo D1" or "redo all" to handle again, "give up D1" to leave it.',
  },
  which: (p) =>
    p.did === 'again'
      ? 'Which one? See "status unknown" or "status not handled", then say "resend X1" or "redo D1".'
      : 'Which one? See "status unknown" or "status not handled", then say "give up X1" or "give up D1".',
  check: (p) =>
    p.did === 'left'
      ? `${kindOf(p.kind)}: ${p.count}. Leave them all? Reply yes`
      : p.kind === 'unknown'
        ? `${kindOf(p.kind)}: ${p.count}. Send all of them again? Some may arrive twice. Reply yes`
        : `${kindOf(p.kind)}: ${p.count}. Handle all of them again? Reply yes`,
  done: (p) => (p.did === 'again' ? `Done, once more: ${list(p)}.` : `Done, left as they are: ${list(p)}.`),
  notThere: (p) => `Not waiting for a word, nothing changed: ${list(p)}.`,
  appeared: (p) =>
    `Messages that may not have arrived: ${p.count}. The sending broke off and the platform cannot drop repeats, so they were not sent again. Reply "status unknown" to see which.`,
}
