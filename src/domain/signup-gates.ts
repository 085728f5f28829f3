import { ageOn } from './age.ts'
import type { Birth } from './age.ts'
import { overlaps } from './hours.ts'
import type { Interval } from './hours.ts'
import type { Rules } from '../rules.ts'
import { next } from './signup-states.ts'
import type { SignupState } from './signup-states.ts'
import { localDate } from './time/local-date.ts'

/** What the gates ask of an activity. Times in milliseconds; `places` undefined is without limit. */
export type ActivityFacts = Interval & {
  code: string
  cancelled: boolean
  opensAt?: number | undefined
  places?: number | undefined
  taken: number
  skills: readonly string[]
  minimumAge?: number | undefined
  dangerous: boolean
}

/** What the gates ask of a person. `signup` is their state at this very activity, `promised` their other activities. */
export type PersonFacts = {
  signup?: SignupState | undefined
  skills: readonly string[]
  birth?: Birth | undefined
  guardianConsent: boolean
  promised: readonly (Interval & { code: string })[]
}

/** Why somebody may not sign up, with what the sentence about it needs. */
export type Closed =
  | { gate: 'already'; state: SignupState }
  | { gate: 'over' | 'cancelled' | 'full' }
  | { gate: 'not_open'; opensAt: number }
  | { gate: 'lacks_skill'; missing: string[] }
  | { gate: 'under_age'; minimum: number; age: number | undefined }
  | { gate: 'guardian'; minimum: number; age: number }
  | { gate: 'collides'; code: string }

type Question = {
  activity: ActivityFacts
  person: PersonFacts
  now: number
  zone: string
  ages: Pick<Rules, 'consentAge' | 'adultAge'>
  /** Asked for the waiting list: a full activity is no obstacle then, all the others are. */
  toWait?: boolean
}

/**
 * The first gate that is closed, in the order in which people are told; `undefined` lets them in. Age is counted on the
 * day the activity starts. Where a minimum age matters, an unknown birth closes the gate (it must be asked); consent of a
 * guardian is asked for only when somebody is known to be a child.
 */
export function gate({ activity, person, now, zone, ages, toWait = false }: Question): Closed | undefined {
  const { signup } = person
  if (signup !== undefined && next(signup, 'sign_up') === undefined) return { gate: 'already', state: signup }
  if (activity.end <= now) return { gate: 'over' }
  if (activity.cancelled) return { gate: 'cancelled' }
  if (activity.opensAt !== undefined && now < activity.opensAt)
    return { gate: 'not_open', opensAt: activity.opensAt }
  if (!toWait && activity.places !== undefined && activity.taken >= activity.places) return { gate: 'full' }
  const missing = activity.skills.filter((skill) => !person.skills.includes(skill))
  if (missing.length > 0) return { gate: 'lacks_skill', missing }
  return ageGate({ activity, person, zone, ages }) ?? collision(activity, person)
}

function ageGate({
  activity,
  person,
  zone,
  ages,
}: Omit<Required<Question>, 'now' | 'toWait'>): Closed | undefined {
  const minimum = Math.max(activity.minimumAge ?? 0, activity.dangerous ? ages.adultAge : 0)
  const age = person.birth === undefined ? undefined : ageOn(person.birth, localDate(activity.start, zone))
  if (minimum > 0 && (age === undefined || age < minimum)) return { gate: 'under_age', minimum, age }
  const isChild = age !== undefined && age < ages.consentAge
  return isChild && !person.guardianConsent ? { gate: 'guardian', minimum: ages.consentAge, age } : undefined
}

function collision(activity: ActivityFacts, person: PersonFacts): Closed | undefined {
  const others = person.promised.filter((other) => other.code !== activity.code && overlaps(other, activity))
  const [first] = others.toSorted((a, b) => a.start - b.start)
  return first && { gate: 'collides', code: first.code }
}
