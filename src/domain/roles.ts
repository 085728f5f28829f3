/** Roles besides volunteer, which everyone registered is. A role is held for a scope. */
export const roleNames = ['volunteer', 'leader', 'socialWorker', 'admin'] as const
export type Role = (typeof roleNames)[number]

/** `all`, a station with its teams, or one team; by name. */
export type Scope = { kind: 'all' } | { kind: 'station'; name: string } | { kind: 'team'; name: string }

/** A role somebody holds. A volunteer's role in a team's scope is membership of that team. */
export type Grant = { role: Role; scope: Scope }

/** A team as scopes see it. */
export type TeamPlace = { team?: string | undefined; station?: string | undefined }

const rank: Record<Role, number> = { volunteer: 0, leader: 1, socialWorker: 2, admin: 3 }

/** Whether a scope reaches a place. A place without a team is reached by `all` only. */
export function reaches(scope: Scope, place: TeamPlace): boolean {
  if (scope.kind === 'all') return true
  return scope.kind === 'team' ? scope.name === place.team : scope.name === place.station
}

/** Whether somebody holds at least this role anywhere: enough to be shown a command. */
export function holds(grants: readonly Grant[], role: Role): boolean {
  return grants.some((grant) => rank[grant.role] >= rank[role])
}

/** Whether somebody holds at least this role for this place: enough to act on it. */
export function may(grants: readonly Grant[], role: Role, place: TeamPlace): boolean {
  return grants.some((grant) => rank[grant.role] >= rank[role] && reaches(grant.scope, place))
}

/** Whether two grants give the same role for the same scope. */
export function isSameGrant(a: Grant, b: Grant): boolean {
  const nameOfScope = ({ scope }: Grant) => (scope.kind === 'all' ? '' : scope.name)
  return a.role === b.role && a.scope.kind === b.scope.kind && nameOfScope(a) === nameOfScope(b)
}
