import type { HalfDay } from './half-day.ts'
import type { ClockTime } from './take-clock.ts'

const noon = 12 * 60
const day = 24 * 60
/** A spoken hour before eight without a part of the day may as well be in the evening: 7点 is asked back, 早上7点 is not. */
const firstPlainHour = 8
/** Until when an evening may last when its end is said without a part of the day: 晚上10点到1点. */
const endOfNight = 6 * 60

/**
 * Minutes from the first day's midnight for two clock times said together; the end may lie in the next day.
 * `undefined` when the two could be meant in more than one way:
 *
 * - A second time without a part of the day takes the first's when it would otherwise be earlier: 下午2点-4点.
 * - Midnight is crossed only when it cannot be anything else: the start is surely after noon, and the end is said with
 *   凌晨 or 早上, is written on the 24-hour clock, or ends an evening by six.
 * - 7点到晚上9点 is twelve hours apart in its two readings, so it has none.
 */
export function clockSpan(from: ClockTime, to: ClockTime): { start: number; end: number } | undefined {
  if (from.half === undefined && from.style === 'point' && from.hour > 0 && from.hour < firstPlainHour)
    return undefined
  const start = from.minutes
  const end = to.half === undefined ? plainEnd(from, to) : saidEnd(from, to, to.half)
  return end === undefined || end <= start || end - start > day ? undefined : { start, end }
}

/** Whether a spoken time could be in either half of the day. */
export function hasTwoReadings(time: ClockTime): boolean {
  return time.half === undefined && time.style === 'point' && time.hour > 0 && time.hour <= 12
}

/** The end when it has no part of the day of its own. */
function plainEnd(from: ClockTime, to: ClockTime): number | undefined {
  if (to.minutes > from.minutes) return to.minutes
  const sameHalf = to.minutes + noon
  const mayInherit = from.half === 'evening' ? to.hour <= 12 : from.half === 'afternoon' && to.hour < 12
  if (mayInherit && sameHalf > from.minutes) return sameHalf
  const overNight = from.hour > 12 || (from.half === 'evening' && to.minutes <= endOfNight)
  return overNight ? to.minutes + day : undefined
}

/** The end when it says its own part of the day. */
function saidEnd(from: ClockTime, to: ClockTime, half: HalfDay): number | undefined {
  if (to.minutes > from.minutes)
    return hasTwoReadings(from) && from.minutes + noon < to.minutes ? undefined : to.minutes
  const afterNoon = from.minutes >= noon && !(from.half === undefined && from.hour === 12)
  return afterNoon && half === 'morning' ? to.minutes + day : undefined
}
