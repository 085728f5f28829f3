import type { Texts } from '../index.ts'

export const log: Texts['log'] = {
  noted: (p) => `Noted: ${p.when}, ${p.code}, ${p.time} (${p.entry}), waiting to be verified`,
  whichActivity: 'For which activity? Answer with its code.',
  option: (p) => `${p.code} ${p.day} ${p.title}`,
  nothingToLog:
    'I found no activity of yours without hours. Say it again with the code, for example "log A12 3 hours".',
  howLong: (p) =>
    `How long was ${p.code} (${p.range})? For example ${p.planned}; if it was not as planned, say from when to when, such as 9:00-12:00.`,
  whichUnit: (p) => `Is "${p.said}" ${p.first} or ${p.second}?`,
  sayClearly: (p) =>
    `How long is "${p.said}"? Please add the unit, for example ${p.planned}, or say from when to when, such as 9:00-12:00.`,
  forOthers: (p) =>
    `Nothing noted. "log" is for your own hours, without anybody else’s name; others log their own, or a social worker says "add-hours ${p.code} name 3 hours".`,
  cancelled: (p) => `${p.code} was called off, there are no hours to log.`,
  notBegun: (p) => `${p.code} has not begun yet (${p.range}); log your hours afterwards.`,
  notSignedUp: (p) =>
    `You are not on the list of ${p.code}. If you were there, tell the responsible social worker, who can add you.`,
  already: (p) =>
    `You have logged ${p.code} already: ${p.time} (${p.entry}, ${p.state}). If that is wrong, tell the responsible social worker.`,
  problems: {
    empty: (p) => `It has to be a minute at least, for example "log ${p.code} ${p.planned}".`,
    over_plan: (p) =>
      `${p.code} was planned for ${p.planned} (${p.range}). If it took longer, say from when to when, for example "log ${p.code} 9:00-13:00".`,
    too_long: (p) => `24 hours is the most at once. ${p.code} is ${p.range}; please say the times again.`,
    future: (p) => `That time is not over yet; log ${p.code} afterwards.`,
    other_day: (p) => `${p.code} is ${p.range}, which is not the day you said; please say it again.`,
  },
  overlaps: (p) =>
    `That overlaps with ${p.entry} (${p.code}, ${p.range}), so I noted nothing. Please say the exact times, such as 14:00-16:00.`,
  dayFull: (p) =>
    `12 hours is the most for one day; ${p.day} has ${p.taken} already, so I noted nothing this time.`,
}
