import { englishPeriods } from './english-periods.ts'
import { localDate } from './local-date.ts'
import type { Clock } from './local-date.ts'
import type { Period } from './period.ts'
import { namedPeriods } from './named-periods.ts'
import { numberedPeriods } from './numbered-periods.ts'
import { takeLongest } from './take-longest.ts'

export type { Period } from './period.ts'

const rules = [...namedPeriods, ...numberedPeriods, ...englishPeriods]

/**
 * Reads a period of whole days from the beginning of a text: `本月`, `上季度`, `2025年1到10月`, `2026`, `last month`.
 * Weeks run from Monday to Sunday. Periods serve to look back: a month, quarter or half without its year is this
 * year's once it has begun and last year's before that.
 */
export function takePeriod(text: string, at: Clock): { period: Period; rest: string } | undefined {
  const taken = takeLongest(rules, text, () => localDate(at.now, at.zone))
  return taken && { period: taken.meaning, rest: taken.rest }
}
