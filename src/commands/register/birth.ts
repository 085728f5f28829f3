import { ageOn, type Birth } from '../../domain/age.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'

/** Under 14 a guardian consents (PIPL art. 31); a child of 14 consents itself. */
const consentAge = 14

/** From 18 on nobody asks for a birth date any more. */
export const adultAge = 18

/**
 * What stands in the way of a birth date: it lies ahead, its bearer is under 14, or it is a bare year that leaves open
 * which of both.
 */
export function birthProblem(birth: Birth, today: LocalDate): 'wrong' | 'tooYoung' | 'unclear' | undefined {
  const youngest = ageOn(birth, today)
  const eldest = birth.length === 4 ? ageOn(`${birth}-01-01`, today) : youngest
  if (eldest < 0) return 'wrong'
  if (youngest >= consentAge) return undefined
  return eldest < consentAge ? 'tooYoung' : 'unclear'
}
