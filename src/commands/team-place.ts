import type { Scope, TeamPlace } from '../domain/roles.ts'
import type { Team } from '../store/teams.ts'
import type { Context } from './command.ts'

/** Where a team stands for scopes; a station is its own place, reached by its own scope. */
export const teamPlace = ({ _id, kind, station }: Team): TeamPlace => ({
  team: _id,
  station: kind === 'station' ? _id : station,
})

/** The place a scope stands for; that of `all` is reached by `all` only. */
export async function scopePlace(scope: Scope, { store }: Pick<Context, 'store'>): Promise<TeamPlace> {
  if (scope.kind === 'all') return {}
  const team = await store.teams.find(scope.name)
  return team ? teamPlace(team) : { [scope.kind]: scope.name }
}
