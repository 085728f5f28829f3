import { may, type Role, type TeamPlace } from '../domain/roles.ts'
import type { Person } from '../store/people.ts'
import type { Store } from '../store/index.ts'

/** Roles whose word counts, the nearest to a team first. */
const order = ['leader', 'socialWorker', 'admin'] as const

/**
 * Who is asked about something at a place: of the people whose word counts there, those whose role is nearest to it and,
 * among them, those who are there for this team before those who are there for everything. `except` is who asks: nobody
 * answers their own.
 */
export async function nearestStaff(
  place: TeamPlace,
  needs: Exclude<Role, 'volunteer'>,
  store: Store,
  except?: string,
): Promise<Person[]> {
  for (const role of order.slice(order.indexOf(needs))) {
    const holders = (await store.people.withRole(role)).filter(
      ({ _id, grants }) => _id !== except && may(grants, role, place),
    )
    const ofTeam = holders.filter(({ grants }) =>
      grants.some(
        (grant) => grant.role === role && grant.scope.kind === 'team' && grant.scope.name === place.team,
      ),
    )
    if (ofTeam.length > 0) return ofTeam
    if (holders.length > 0) return holders
  }
  return []
}
