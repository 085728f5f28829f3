import { monthOf, yearOf } from './calendar-date.ts'
import { addDays } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import { monthsPeriod } from './period.ts'
import type { Period, PeriodRule } from './period.ts'
import { mondayOf } from './weekdays.ts'
import { dayWord, dayWords } from './word-days.ts'

const shifts: Readonly<Record<string, { by: number; name: string }>> = {
  上上: { by: -2, name: '上上' },
  上: { by: -1, name: '上' },
  本: { by: 0, name: '本' },
  这: { by: 0, name: '本' },
  下: { by: 1, name: '下' },
}
const which = '(上上|[上本这下])(?:个|一个)?'

const years: Readonly<Record<string, { by: number; name: string }>> = {
  前年: { by: -2, name: '前年' },
  去年: { by: -1, name: '去年' },
  上年度: { by: -1, name: '去年' },
  今年: { by: 0, name: '今年' },
  本年: { by: 0, name: '今年' },
  本年度: { by: 0, name: '今年' },
  明年: { by: 1, name: '明年' },
}

/** The week, month, quarter or year that lies `by` units from today's. */
export const unitPeriods = {
  week: (today: LocalDate, by: number, name: string) => days(mondayOf(today, by), 7, name),
  weekend: (today: LocalDate, by: number, name: string) => days(addDays(mondayOf(today, by), 5), 2, name),
  month: (today: LocalDate, by: number, name: string) => {
    const month = monthOf(today) + by
    return monthsPeriod(yearOf(today), { first: month, last: month }, name)
  },
  quarter: (today: LocalDate, by: number, name: string) => {
    const first = Math.floor((monthOf(today) - 1) / 3) * 3 + 1 + 3 * by
    return monthsPeriod(yearOf(today), { first, last: first + 2 }, name)
  },
  year: (today: LocalDate, by: number, name: string) =>
    monthsPeriod(yearOf(today) + by, { first: 1, last: 12 }, name),
} satisfies Record<string, (today: LocalDate, by: number, name: string) => Period | undefined>

/** Periods counted from today: 今天, 本周, 上个月, 下周末, 上季度, 去年. */
export const namedPeriods: readonly PeriodRule[] = [
  {
    pattern: new RegExp(`^${dayWord}`, 'iu'),
    read: ([said = ''], today) => {
      const name = said.toLowerCase()
      return days(addDays(today(), dayWords[name] ?? 0), 1, name)
    },
  },
  shifted(`^${which}(?:周|星期|礼拜)(?![一二三四五六日天末\\d])`, 'week', '周'),
  shifted(`^(?:${which})?周末`, 'weekend', '周末'),
  shifted(`^${which}月(?:份)?(?![底初中\\d一二三四五六七八九十])`, 'month', '月'),
  shifted(`^${which}季度?(?!节)`, 'quarter', '季度'),
  {
    pattern: new RegExp(
      `^(${Object.keys(years).join('|')})(?!度|[上下]半|第|[底初\\d一二三四五六七八九十])`,
      'u',
    ),
    read: ([word = ''], today) => {
      const year = years[word]
      return year && unitPeriods.year(today(), year.by, year.name)
    },
  },
]

function shifted(pattern: string, unit: keyof typeof unitPeriods, name: string): PeriodRule {
  return {
    pattern: new RegExp(pattern, 'u'),
    read: ([word = '本'], today) => {
      const shift = shifts[word]
      return shift && unitPeriods[unit](today(), shift.by, `${shift.name}${name}`)
    },
  }
}

function days(from: LocalDate, count: number, name: string): Period {
  return { from, to: addDays(from, count - 1), name }
}
