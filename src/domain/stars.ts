import { addMonths } from './time/add-months.ts'
import type { Rules } from '../rules.ts'
import type { LocalDate } from './time/local-date.ts'

/** What one star takes: verified hours, and months since registration. */
export type StarRule = Rules['stars'][number]

/** The star somebody is eligible for (0: none yet) and what the next one still takes; no `next` after the last. */
export type Standing = { star: number; next?: { star: number; minutesMissing: number; notBefore: LocalDate } }

/** Where verified minutes and tenure put somebody today. A star is never given by this alone: it says "eligible". */
export function standing(
  person: { minutes: number; registered: LocalDate; today: LocalDate },
  rules: readonly StarRule[],
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
