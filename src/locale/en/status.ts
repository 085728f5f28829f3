import type { Texts } from '../index.ts'

const took = (ms: number | undefined) => (ms === undefined ? 'no answer' : `${ms} ms`)

export const status: Texts['status'] = {
  head: (p) =>
    p.troubles === 0
      ? 'Status: all is well.'
      : `Status: things to look at: ${p.troubles}; the operations manual says what to do.`,
  incoming: (p) =>
    `In: waiting ${p.waiting}${p.waiting > 0 ? ` (${p.seconds} s at most)` : ''}, to be tried again ${p.delayed}, failed jobs ${p.failed}`,
  outgoing: (p) =>
    `Out: waiting ${p.queued}, on the way ${p.calling}; in 24 hours sent ${p.sent}, failed ${p.failed}; unknown ${p.unknown}`,
  lost: (p) => `Messages not handled: ${p.deadLetters}; reminders missed in ${p.days} days: ${p.missed}`,
  platforms: (p) =>
    `Platforms: ${
      [
        p.on.length > 0 ? `${p.on.join(', ')} on` : '',
        p.paused.length > 0 ? `${p.paused.join(', ')} paused` : '',
      ]
        .filter(Boolean)
        .join('; ') || 'none'
    }`,
  databases: (p) => `Answered in: MongoDB ${took(p.mongodb)}, Redis ${took(p.redis)}`,
}
