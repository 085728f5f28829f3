import type { Texts } from '../index.ts'

export const checkout: Texts['checkout'] = {
  which: 'Out of which activity? Answer with its code.',
  nothing: 'You are not checked in anywhere. To note hours afterwards, say "log A12 3 h".',
  done: (p) =>
    `Checked out: ${p.code} ${p.range}, ${p.time} noted (${p.minutes} minutes, ${p.entry}), waiting to be verified. Thank you!`,
  ask: (p) =>
    `Thank you for helping at ${p.what}! You have not checked out: did you stay until ${p.end}? Answer: 1 yes / 2 no, or say until when.`,
  settled: (p) => `Your hours at ${p.code} are noted already. Say "hours" to see them.`,
  left: (p) =>
    `${p.what}: people who checked in, never checked out and did not answer: ${p.count}. They wait for you up to the planned end, marked as not claimed. Say "verify ${p.code}" to see each line.`,
  notCheckedIn: (p) =>
    `You have not checked into ${p.code}. If you were there, say "log ${p.code}" and how long.`,
  notSignedUp: (p) =>
    `You are not on the list of ${p.code}. If you were there, tell the responsible social worker, who can add you.`,
  tooLate: (p) =>
    `${p.code} ended a while ago. Please say "log ${p.code}" with the times, such as 9:00-12:00.`,
  tooShort: (p) =>
    `${p.code} is ${p.range}, so far there is no time to note. If that is wrong, tell the responsible social worker.`,
}
