import { halfDayWord } from './half-day.ts'
import { localDate, weekday } from './local-date.ts'
import type { Clock, LocalDate, Toward } from './local-date.ts'
import type { DayAbout, NamedDay } from './named-day.ts'
import { numberedDays } from './numbered-days.ts'
import { takeLongest } from './take-longest.ts'
import { startsWithClock } from './take-clock.ts'
import { weekdays } from './weekdays.ts'
import { wordDays } from './word-days.ts'

const rules = [...wordDays, ...weekdays, ...numberedDays]
const partOfDay = new RegExp(`^${halfDayWord}`, 'u')

/**
 * Reads one day from the beginning of a text (normalised: NFKC, trimmed) and returns what is left of it.
 *
 * - A bare weekday, a month and day, or a day of the month is the nearest in the direction looked at, today included:
 *   on 24 November `周六` is the 28th ahead and the 21st behind, `1月3日` is next January ahead and last January behind.
 * - `上周六 本周六 下周六` are days of the last, this and next calendar week, Monday to Sunday.
 * - `8/30` and `11-28` are month and day. Dotted numbers and days that no calendar has are not understood.
 * - A date may carry its weekday (`11月28日 周六`, `周六(11月28日)`): when the two disagree nothing is understood.
 * - A part of the day belongs to the day (`昨天下午`), unless a clock time follows, which needs it.
 */
export function takeDate(
  text: string,
  at: Clock & { toward: Toward },
): { date: LocalDate; rest: string } | undefined {
  let today: LocalDate | undefined
  const about: DayAbout = { toward: at.toward, today: () => (today ??= localDate(at.now, at.zone)) }
  const first = takeLongest(rules, text, about)
  if (!first) return undefined
  const second = takeSecond(first.rest, first.meaning, about)
  const date = second ? agreed(first.meaning, second.day) : first.meaning.date
  return date === undefined ? undefined : { date, rest: withoutPartOfDay(second ? second.rest : first.rest) }
}

/** The same day named again in another way, bare or in brackets. */
function takeSecond(
  text: string,
  first: NamedDay,
  about: DayAbout,
): { day: NamedDay; rest: string } | undefined {
  const open = /^[(,]\s*/.exec(text)?.[0] ?? ''
  const taken = takeLongest(rules, text.slice(open.length), about)
  if (!taken || taken.meaning.kind === first.kind) return undefined
  if (open.startsWith('('))
    return taken.rest.startsWith(')')
      ? { day: taken.meaning, rest: taken.rest.slice(1).trimStart() }
      : undefined
  const ends = !/^\p{L}/u.test(taken.rest) || startsWithPart(taken.rest)
  return ends ? { day: taken.meaning, rest: taken.rest } : undefined
}

function agreed(a: NamedDay, b: NamedDay): LocalDate | undefined {
  if (a.kind === 'weekday') return weekday(a.date) === weekday(b.date) ? b.date : undefined
  if (b.kind === 'weekday') return weekday(a.date) === weekday(b.date) ? a.date : undefined
  return a.date === b.date ? a.date : undefined
}

function startsWithPart(text: string): boolean {
  return partOfDay.test(text)
}

function withoutPartOfDay(rest: string): string {
  const word = partOfDay.exec(rest)?.[0]
  return word === undefined || startsWithClock(rest) ? rest : rest.slice(word.length).trimStart()
}
