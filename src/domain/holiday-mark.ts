import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { LocalDate } from './time/local-date.ts'

/** What the State Council's calendar says of a day: off for a holiday, or worked in exchange for one. */
export type HolidayMark = { kind: 'holiday' | 'workday'; zh: string; en: string }

const holidays: Readonly<Record<string, string>> = published.holidays
const workdays: Readonly<Record<string, string>> = published.workdays
const years = new Set(Object.keys(holidays).map((date) => date.slice(0, 4)))

/** The mark of a day, if it has one. `chinese-days` writes `National Day,国庆节,3`: both names, and days off. */
export function holidayMark(date: LocalDate): HolidayMark | undefined {
  const [kind, said] = workdays[date]
    ? (['workday', workdays[date]] as const)
    : (['holiday', holidays[date]] as const)
  const [en = '', zh = ''] = said?.split(',') ?? []
  return said === undefined ? undefined : { kind, zh, en }
}

/** Whether the calendar of a day's year is published yet: before that, no mark says nothing. */
export function isPublished(date: LocalDate): boolean {
  return years.has(date.slice(0, 4))
}
