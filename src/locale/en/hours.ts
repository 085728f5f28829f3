import type { Texts } from '../index.ts'

export const hours: Texts['hours'] = {
  ever: 'so far',
  totals: (p) =>
    `Your service hours (${p.period})\nVerified: ${p.verified}\nWaiting: ${p.pending}\nRefused: ${p.rejected}`,
  states: {
    pending: 'waiting to be verified',
    seconding: 'waiting for a second social worker',
    verified: 'verified',
    rejected: 'refused',
    void: 'corrected',
  },
}
