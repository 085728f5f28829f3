import { type Closed, gate } from '../../domain/signup-gates.ts'
import type { Activity } from '../../store/activity.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'

/**
 * The first gate that keeps a person out, from what is known without asking the database. A full activity keeps
 * nobody out: there is the waiting list, whose gates are the same.
 */
export function closedGate(
  activity: Activity,
  person: Person,
  { store, now, zone, rules }: Pick<Context, 'store' | 'now' | 'zone' | 'rules'>,
): Closed | undefined {
  return gate({
    activity: {
      code: activity._id,
      start: activity.start.getTime(),
      end: activity.end.getTime(),
      cancelled: activity.state !== 'open',
      places: activity.places,
      taken: activity.taken,
      skills: activity.skills,
      minimumAge: activity.minAge,
      dangerous: activity.dangerous ?? false,
    },
    person: {
      skills: person.skills,
      birth: person.birth && store.seal.open(person.birth),
      guardianConsent: false,
      promised: person.commitments.map(({ code, start, end }) => ({
        code,
        start: start.getTime(),
        end: end.getTime(),
      })),
    },
    now: now.getTime(),
    zone,
    ages: rules,
    toWait: true,
  })
}
