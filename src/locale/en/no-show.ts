import type { Texts } from '../index.ts'

export const noShow: Texts['noShow'] = {
  which: 'At which activity? Answer with its code.',
  who: (p) => `Who did not come to ${p.code}? Answer with names or volunteer numbers, separated by commas.`,
  done: (p) => `Noted as absent from ${p.code}: ${p.names}. They have been told.`,
  told: (p) =>
    `${p.by} has noted you as absent from ${p.what}. If you were there, or had told somebody, ask ${p.by} to change it.`,
  notBegun: (p) => `${p.what} has not begun, so nobody can be absent yet.`,
  notOnList: (p) =>
    `"${p.who}" is not on the list of ${p.code}, so I changed nothing. Check the name or the volunteer number.`,
  own: 'Your own is noted by another social worker or leader.',
  unchanged: (p) => `${p.who} at ${p.code}: ${p.state}; nothing was changed.`,
  states: {
    waiting: 'waiting for a place',
    offered: 'has an offer to answer',
    confirmed: 'signed up',
    arrived: 'checked in',
    completed: 'completed',
    cancelled: 'cancelled',
    declined: 'did not take the place',
    no_show: 'noted as absent',
    excused: 'excused',
  },
}
