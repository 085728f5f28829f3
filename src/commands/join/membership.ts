import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'

/** Whether somebody belongs to a team already: as a member, or because they lead it. */
export function isMember({ grants }: Person, team: string): boolean {
  return grants.some(({ scope }) => scope.kind === 'team' && scope.name === team)
}

/** Teams somebody could join, by name. */
export async function joinableTeams(person: Person, { store }: Context): Promise<string[]> {
  const all = await store.teams.all()
  return all.filter(({ _id, kind }) => kind !== 'station' && !isMember(person, _id)).map(({ _id }) => _id)
}
