import { ageOn, type Birth } from '../../domain/age.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import type { Rules } from '../../rules.ts'

/**
 * What stands in the way of a birth date: it lies ahead, its bearer may not consent yet (under 14: PIPL art. 31), or it is a bare year that leaves open
 * which of both.
 */
export function birthProblem(
  birth: Birth,
  today: LocalDate,
  { consentAge }: Pick<Rules, 'consentAge'>,
): 'wrong' | 'tooYoung' | 'unclear' | undefined {
  const youngest = ageOn(birth, today)
  const eldest = birth.length === 4 ? ageOn(`${birth}-01-01`, today) : youngest
  if (eldest < 0) return 'wrong'
  if (youngest >= consentAge) return undefined
  return eldest < consentAge ? 'tooYoung' : 'unclear'
}
