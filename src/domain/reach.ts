import { holds, type Grant, type Role } from './roles.ts'

/** Everything a role reaches, as a question to the database can say it: all, or these teams and whole stations. */
export type Reach = 'all' | { teams: readonly string[]; stations: readonly string[] }

/** What somebody's grants of at least this role reach together. */
export function reachOf(grants: readonly Grant[], role: Role): Reach {
  const teams: string[] = []
  const stations: string[] = []
  for (const grant of grants) {
    const { scope } = grant
    if (!holds([grant], role)) continue
    if (scope.kind === 'all') return 'all'
    if (scope.kind === 'team') teams.push(scope.name)
    else stations.push(scope.name)
  }
  return { teams, stations }
}
