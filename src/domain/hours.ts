/** Per person and local day: up to this a single social worker verifies, beyond it a second one must agree (house rule). */
export const oneVerifierMinutes = 8 * 60

/** Per person and local day: more than this is refused, whoever agrees (house rule). */
export const mostMinutesADay = 12 * 60

/** Working days in which service must be recorded: 民政部令第67号, 志愿服务记录与证明出具办法, article 11. */
export const recordingWorkingDays = 10

/** A stretch of time in milliseconds since 1970; the end is not part of it, so that 9-12 and 12-14 do not overlap. */
export type Interval = { start: number; end: number }

/** What an activity was planned to take. Rest does not count as service. */
export type Plan = Interval & { restMinutes: number }

/** All else that a person has claimed or been credited on one local day. */
export type DayFacts = { intervals: readonly Interval[]; minutes: number }

/** Whether two stretches share any moment. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether a claim finds room in a day. A claim without clock times has no interval; only its minutes are weighed. */
export function fitsDay(
  day: DayFacts,
  claim: { interval?: Interval | undefined; minutes: number },
): 'ok' | 'overlap' | 'over_12h' {
  const { interval } = claim
  if (interval && day.intervals.some((taken) => overlaps(taken, interval))) return 'overlap'
  return day.minutes + claim.minutes > mostMinutesADay ? 'over_12h' : 'ok'
}

/** Whether verifying these minutes, on top of those already approved for that person and day, takes a second agreement. */
export function needsSecond(approvedThatDay: number, minutes: number): boolean {
  return approvedThatDay + minutes > oneVerifierMinutes
}

/** Whether somebody may verify an entry as far as persons go: nobody their own, and a second verifier is somebody else. */
export function mayVerify(
  entry: { person: string; verifiers: readonly string[] },
  by: string,
): 'ok' | 'own' | 'same' {
  if (by === entry.person) return 'own'
  return entry.verifiers.includes(by) ? 'same' : 'ok'
}

/** Whole minutes of service that a plan holds: its window less rest, never below zero. */
export function plannedMinutes(plan: Plan): number {
  return Math.max(0, wholeMinutes(plan) - plan.restMinutes)
}

/** Whether minutes claimed without clock times fit the planned window less rest; more needs a range. */
export function fitsPlan(minutes: number, plan: Plan): boolean {
  return minutes <= plannedMinutes(plan)
}

/**
 * Minutes between check-in and check-out that lie within the plan, less rest: started minutes do not count, and rest is
 * taken off whole, since nobody writes down when it was.
 */
export function attendedMinutes(present: Interval, plan: Plan): number {
  const within = { start: Math.max(present.start, plan.start), end: Math.min(present.end, plan.end) }
  return Math.max(0, wholeMinutes(within) - plan.restMinutes)
}

function wholeMinutes({ start, end }: Interval): number {
  return Math.floor((end - start) / 60_000)
}
