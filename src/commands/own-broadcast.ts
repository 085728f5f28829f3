import { may, type TeamPlace } from '../domain/roles.ts'
import type { Broadcast } from '../store/broadcasts.ts'
import type { Context } from './command.ts'

/** Whoever sent it, and whoever leads everything it reached. To all others it is as if it were not there. */
export function isOwnBroadcast({ by, scope }: Broadcast, { asker }: Pick<Context, 'asker'>): boolean {
  // A place that was stored may hold nothing but empty fields.
  const places = scope.map(({ team, station }): TeamPlace => ({
    team: team ?? undefined,
    station: station ?? undefined,
  }))
  return by === asker.person?._id || places.every((place) => may(asker.grants, 'leader', place))
}
