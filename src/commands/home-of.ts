import type { TeamPlace } from '../domain/roles.ts'
import type { Person } from '../store/people.ts'
import type { Context } from './command.ts'
import { scopePlace } from './team-place.ts'

/** Where somebody belongs: the first team or station they have a role for; nowhere is reached by `all` only. */
export async function homeOf({ grants }: Person, context: Pick<Context, 'store'>): Promise<TeamPlace> {
  const home =
    grants.find(({ scope }) => scope.kind === 'team') ?? grants.find(({ scope }) => scope.kind !== 'all')
  return home ? scopePlace(home.scope, context) : {}
}
