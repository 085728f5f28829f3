import { localDate } from '../../src/domain/time/local-date.ts'
import { type Day, dayId } from '../../src/store/days.ts'
import type { HoursEntry } from '../../src/store/hours.ts'
import { type Signup, signupId } from '../../src/store/signups.ts'
import type { SignupState } from '../../src/domain/signup-states.ts'
import type { Happened } from './activities.ts'

/** The sign-ups of an activity: who came, who did not, who was excused. */
export function signupsOf({ activity, came, missed, excused }: Happened): Signup[] {
  const row = (person: string, state: SignupState): Signup => {
    const step = { state, key: activity.key, at: activity.start }
    return {
      _id: signupId(activity._id, person),
      activity: activity._id,
      person,
      ...step,
      steps: [
        { ...step, state: 'confirmed', at: activity.createdAt, by: person },
        { ...step, by: person },
      ],
      demo: true,
    }
  }
  return [
    ...came.map((person) => row(person, 'completed')),
    ...missed.map((person) => row(person, 'no_show')),
    ...excused.map((person) => row(person, 'excused')),
  ]
}

/** The ledger lines of those who came, and the guards of their days. What is not verified yet waits. */
export function hoursOf(
  { activity, came, verifiedAt }: Happened,
  ids: readonly string[],
  { zone, now }: { zone: string; now: number },
): { lines: HoursEntry[]; days: Day[] } {
  const minutes = (activity.end.getTime() - activity.start.getTime()) / 60_000
  const date = localDate(activity.start.getTime(), zone)
  const verified = verifiedAt.getTime() <= now
  const lines = came.map((person, i): HoursEntry => {
    // Every tenth left half an hour early, and every thirtieth claimed the whole all the same.
    const stayed = i % 10 === 9 ? minutes - 30 : minutes
    const claimed = i % 30 === 29 ? minutes : stayed
    return {
      _id: ids[i] ?? '',
      person,
      activity: activity._id,
      ...(activity.team && { team: activity.team }),
      ...(activity.station && { station: activity.station }),
      category: activity.category,
      date,
      start: activity.start,
      end: activity.end,
      claimed,
      planned: minutes,
      minutes: verified ? stayed : claimed,
      state: verified ? 'verified' : 'pending',
      by: person,
      claimedAt: activity.end,
      verifiers: verified
        ? [{ person: activity.responsible, key: 'demo', at: verifiedAt, minutes: stayed, to: 'verified' }]
        : [],
      ...(verified && { verifiedAt }),
      key: `demo:district:${ids[i]}`,
      demo: true,
    }
  })
  const days = lines.map(({ _id, person, key, start, end, claimed, minutes: credited }): Day => ({
    _id: dayId(person, date),
    parts: [
      {
        entry: _id,
        key,
        activity: activity._id,
        start,
        end,
        minutes: claimed,
        approved: verified ? credited : 0,
      },
    ],
    demo: true,
  }))
  return { lines, days }
}
