import type { Reach } from '../domain/reach.ts'

/** What of a reach a document with a team and a station must have, as part of a question. */
export const within = (reach: Reach) =>
  reach === 'all'
    ? {}
    : { $or: [{ team: { $in: [...reach.teams] } }, { station: { $in: [...reach.stations] } }] }
