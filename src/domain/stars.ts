import { addMonths } from './time/add-months.ts'
import type { LocalDate } from './time/local-date.ts'

/** What one star takes: verified hours, and months since registration. */
export type StarRule = { star: number; hours: number; months: number }

/**
 * Hours: 志愿者星级, 100 / 300 / 600 / 1,000 / 1,500. Tenure: Longgang district asks half a year for stars 1 and 2 and
 * one year for 3 and 4; Shenzhen asks two years for 5. A setting; in ascending order.
 */
export const defaultStars: readonly StarRule[] = [
  { star: 1, hours: 100, months: 6 },
  { star: 2, hours: 300, months: 6 },
  { star: 3, hours: 600, months: 12 },
  { star: 4, hours: 1_000, months: 12 },
  { star: 5, hours: 1_500, months: 24 },
]

/** The star somebody is eligible for (0: none yet) and what the next one still takes; no `next` after the last. */
export type Standing = { star: number; next?: { star: number; minutesMissing: number; notBefore: LocalDate } }

/** Where verified minutes and tenure put somebody today. A star is never given by this alone: it says "eligible". */
export function standing(
  person: { minutes: number; registered: LocalDate; today: LocalDate },
  rules: readonly StarRule[] = defaultStars,
): Standing {
  const isReached = (rule: StarRule) =>
    person.minutes >= rule.hours * 60 && person.today >= addMonths(person.registered, rule.months)
  const star = rules.findLast(isReached)?.star ?? 0
  const following = rules.find((rule) => rule.star > star)
  if (!following) return { star }
  return {
    star,
    next: {
      star: following.star,
      minutesMissing: Math.max(0, following.hours * 60 - person.minutes),
      notBefore: addMonths(person.registered, following.months),
    },
  }
}
