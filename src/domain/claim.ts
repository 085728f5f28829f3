import { fitsPlan, overlaps, plannedMinutes, type Interval, type Plan } from './hours.ts'
import { addDays, localDate, startOfDay, type Clock } from './time/local-date.ts'

/** The longest range that can be claimed at once, in milliseconds. */
const longestMs = 24 * 60 * 60_000

/** What somebody says they did: minutes alone, or from when to when (milliseconds). */
export type Said = { minutes: number } | Interval

/**
 * Why a claim cannot be taken: nothing in it, minutes alone beyond the plan, a range over 24 hours, time that has not
 * passed yet, a range on days that are not the activity's.
 */
export type ClaimProblem = 'empty' | 'over_plan' | 'too_long' | 'future' | 'other_day'

/** The time a claim occupies and the whole minutes it asks for. */
export type Claim = Interval & { minutes: number }

/**
 * Minutes alone occupy the planned window and must fit it, less rest. A range occupies itself; it may go beyond the plan,
 * but of the planned window never more counts than the plan holds, since rest is not service.
 */
export function claimOf(said: Said, plan: Plan, at: Clock): Claim | { problem: ClaimProblem } {
  return 'minutes' in said ? ofMinutes(said.minutes, plan, at.now) : ofRange(said, plan, at)
}

/**
 * A range said without a day, moved to the one of the activity's days on which it meets the planned window longest (the
 * first of them when it meets it nowhere).
 */
export function onPlannedDay(range: Interval, plan: Interval, zone: string): Interval {
  const sinceMidnight = range.start - startOfDay(localDate(range.start, zone), zone)
  const last = localDate(plan.end - 1, zone)
  let best: { range: Interval; met: number } | undefined
  for (let date = localDate(plan.start, zone); date <= last; date = addDays(date, 1)) {
    const start = startOfDay(date, zone) + sinceMidnight
    const moved = { start, end: start + range.end - range.start }
    const met = Math.max(0, Math.min(moved.end, plan.end) - Math.max(moved.start, plan.start))
    if (!best || met > best.met) best = { range: moved, met }
  }
  return best?.range ?? range
}

function ofMinutes(minutes: number, plan: Plan, now: number): Claim | { problem: ClaimProblem } {
  if (minutes < 1) return { problem: 'empty' }
  if (!fitsPlan(minutes, plan)) return { problem: 'over_plan' }
  if (minutes > wholeMinutes({ start: plan.start, end: Math.min(plan.end, now) }))
    return { problem: 'future' }
  return { start: plan.start, end: plan.end, minutes }
}

function ofRange(range: Interval, plan: Plan, { now, zone }: Clock): Claim | { problem: ClaimProblem } {
  const { start, end } = range
  const length = wholeMinutes(range)
  if (length < 1) return { problem: 'empty' }
  if (end - start > longestMs) return { problem: 'too_long' }
  if (end > now) return { problem: 'future' }
  const days = {
    start: startOfDay(localDate(plan.start, zone), zone),
    end: startOfDay(addDays(localDate(plan.end - 1, zone), 1), zone),
  }
  if (!overlaps(range, days)) return { problem: 'other_day' }
  const inPlan = wholeMinutes({ start: Math.max(start, plan.start), end: Math.min(end, plan.end) })
  return { start, end, minutes: length - Math.max(0, inPlan - plannedMinutes(plan)) }
}

function wholeMinutes({ start, end }: Interval): number {
  return Math.max(0, Math.floor((end - start) / 60_000))
}
