import type { LocalDate, Toward } from './local-date.ts'
import type { Rule } from './take-longest.ts'

/** What the naming of a day depends on. */
export type DayAbout = { today: () => LocalDate; toward: Toward }

/**
 * A day and how it was named: by a word (昨天, 下周六), by a bare weekday (周六) or by numbers (11月28日).
 * Two different kinds may stand side by side when they agree, as in `周六 11月28日`.
 */
export type NamedDay = { date: LocalDate; kind: 'word' | 'weekday' | 'numbers' }

export type DayRule = Rule<NamedDay, DayAbout>

/** The nearest of some days in the direction looked at; today belongs to both directions. */
export function nearest(days: readonly (LocalDate | undefined)[], about: DayAbout): LocalDate | undefined {
  const today = about.today()
  const wanted = days.filter(
    (day) => day !== undefined && (about.toward === 'past' ? day <= today : day >= today),
  )
  const sorted = wanted.toSorted()
  return about.toward === 'past' ? sorted.at(-1) : sorted[0]
}
