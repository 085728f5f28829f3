import { englishMonth, monthNumber } from './english-month.ts'
import type { LocalDate } from './local-date.ts'
import { unitPeriods } from './named-periods.ts'
import { monthsPeriod, yearBegun } from './period.ts'
import type { Period, PeriodRule } from './period.ts'

const shifts: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }
const units: Readonly<Record<string, keyof typeof unitPeriods>> = {
  week: 'week',
  weekend: 'weekend',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
}
const wordEnd = '(?![\\p{L}\\p{N}])'
const ofYear = `(?:,? (?:of )?(\\d{4}))?${wordEnd}(?! ?\\d)`

/** this month, last quarter, q3, Q3 2025, first half of 2026, oct, October 2026. */
export const englishPeriods: readonly PeriodRule[] = [
  {
    pattern: new RegExp(`^(last|this|next) (${Object.keys(units).join('|')})${wordEnd}`, 'iu'),
    read: ([word = '', said = ''], today) => {
      const unit = units[said.toLowerCase()]
      const by = shifts[word.toLowerCase()]
      if (unit === undefined || by === undefined) return undefined
      return unitPeriods[unit](today(), by, `${word} ${said}`.toLowerCase())
    },
  },
  {
    pattern: new RegExp(`^q([1-4])${ofYear}`, 'iu'),
    read: ([quarter, year], today) =>
      part(year, { first: Number(quarter) * 3 - 2, count: 3, name: `Q${quarter}` }, today),
  },
  {
    pattern: new RegExp(`^(\\d{4})[ -]?q([1-4])${wordEnd}`, 'iu'),
    read: ([year, quarter], today) =>
      part(year, { first: Number(quarter) * 3 - 2, count: 3, name: `Q${quarter}` }, today),
  },
  {
    pattern: new RegExp(`^(first|second) half${ofYear}`, 'iu'),
    read: ([half = '', year], today) => {
      const name = `${half.toLowerCase()} half`
      return part(year, { first: name === 'first half' ? 1 : 7, count: 6, name }, today)
    },
  },
  {
    pattern: new RegExp(`^${englishMonth}${ofYear}`, 'iu'),
    read: ([said = '', year], today) => {
      const first = monthNumber(said)
      return part(year, { first, count: 1, name: monthNames[first - 1] ?? said }, today)
    },
  },
]

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function part(
  year: string | undefined,
  { first, count, name }: { first: number; count: number; name: string },
  today: () => LocalDate,
): Period | undefined {
  const months = { first, last: first + count - 1 }
  return year === undefined
    ? monthsPeriod(yearBegun(today(), first), months, name)
    : monthsPeriod(Number(year), months, `${name} ${year}`)
}
