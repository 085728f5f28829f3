import { yearOf } from './calendar-date.ts'
import { numeral, readDigits, readNumeral } from './numeral.ts'
import { monthsPeriod, yearBegun } from './period.ts'
import type { Period, PeriodRule } from './period.ts'
import type { LocalDate } from './local-date.ts'

const yearWords: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1 }

const year = `(?:(?:(\\d{4}|[〇零一二三四五六七八九]{4})年|(${Object.keys(yearWords).join('|')}))\\s*)?`
const until = '\\s*(?:-|–|—|~|〜|到|至)\\s*'
/** A month with its day is a date, not a period. */
const monthEnd = '月(?:份)?(?![底初中\\d一二三四五六七八九十])'
/** A bare year or year-month ends where the word ends; 2026人 and 2026-10-3 are something else. */
const numberEnd = '(?![\\p{L}\\p{N}.:/~—–-])'

/** Periods by number: 2026, 2026-10, 10月, 2025年1到10月, 第一季度, 去年下半年. */
export const numberedPeriods: readonly PeriodRule[] = [
  {
    pattern: new RegExp(
      `^(\\d{4}|[〇零一二三四五六七八九]{4})(?:年(?:度)?(?![\\d第一二三四五六七八九十底初]|[上下]半)|${numberEnd})`,
      'u',
    ),
    read: ([digits = '']) => {
      const y = readDigits(digits)
      return y === undefined ? undefined : monthsPeriod(y, { first: 1, last: 12 }, String(y))
    },
  },
  {
    pattern: new RegExp(`^(\\d{4})[-/](\\d{1,2})${numberEnd}`, 'u'),
    read: ([y, m]) => oneMonth(Number(y), Number(m)),
  },
  {
    pattern: new RegExp(`^${year}(${numeral})${monthEnd}`, 'u'),
    read: ([digits, word, said = ''], today) => {
      const month = readNumeral(said)
      const y = readYear(digits, word, today)
      if (month === undefined) return undefined
      return y === undefined
        ? spanOfMonths(undefined, { first: month, last: month }, { name: `${month}月`, today })
        : oneMonth(y, month)
    },
  },
  {
    pattern: new RegExp(`^${year}(${numeral})月?${until}(${numeral})${monthEnd}`, 'u'),
    read: ([digits, word, start = '', end = ''], today) => {
      const first = readNumeral(start)
      const last = readNumeral(end)
      if (first === undefined || last === undefined) return undefined
      return spanOfMonths(
        readYear(digits, word, today),
        { first, last },
        { name: `${first}到${last}月`, today },
      )
    },
  },
  {
    pattern: new RegExp(`^${year}第?([一二三四1-4])季度`, 'u'),
    read: ([digits, word, said = ''], today) => {
      const quarter = readNumeral(said) ?? 0
      const first = quarter * 3 - 2
      const name = `${'一二三四'[quarter - 1]}季度`
      return spanOfMonths(readYear(digits, word, today), { first, last: first + 2 }, { name, today })
    },
  },
  {
    pattern: new RegExp(`^${year}([上下])半年`, 'u'),
    read: ([digits, word, half], today) => {
      const first = half === '上' ? 1 : 7
      return spanOfMonths(
        readYear(digits, word, today),
        { first, last: first + 5 },
        { name: `${half}半年`, today },
      )
    },
  },
]

/** Months of a year, or of the last such year that has begun; the name then carries no year, as it was said. */
export function spanOfMonths(
  said: number | undefined,
  months: { first: number; last: number },
  { name, today }: { name: string; today: () => LocalDate },
): Period | undefined {
  if (months.first < 1 || months.last > 12) return undefined
  return said === undefined
    ? monthsPeriod(yearBegun(today(), months.first), months, name)
    : monthsPeriod(said, months, `${said}年${name}`)
}

function oneMonth(y: number, month: number): Period | undefined {
  if (month < 1 || month > 12) return undefined
  return monthsPeriod(y, { first: month, last: month }, `${y}-${String(month).padStart(2, '0')}`)
}

function readYear(
  digits: string | undefined,
  word: string | undefined,
  today: () => LocalDate,
): number | undefined {
  if (digits !== undefined) return readDigits(digits)
  return word === undefined ? undefined : yearOf(today()) + (yearWords[word] ?? 0)
}
