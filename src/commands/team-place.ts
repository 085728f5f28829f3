import type { TeamPlace } from '../domain/roles.ts'
import type { Team } from '../store/teams.ts'

/** Where a team stands for scopes; a station is its own place, reached by its own scope. */
export const teamPlace = ({ _id, kind, station }: Team): TeamPlace => ({
  team: _id,
  station: kind === 'station' ? _id : station,
})
