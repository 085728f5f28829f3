import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, weekday } from './time/local-date.ts'
import type { LocalDate } from './time/local-date.ts'

/** The State Council's calendar of one or more years: days off, and weekend days that are worked instead. */
export type HolidayCalendar = { holidays: Iterable<LocalDate>; workdays: Iterable<LocalDate> }

/** Answers questions about working days; made from one or more calendars by `workCalendar`. */
export type WorkCalendar = {
  isWorkingDay: (date: LocalDate) => boolean
  /** The n-th working day after a day; before it when n is negative; the day itself for 0. */
  addWorkingDays: (date: LocalDate, n: number) => LocalDate
  /** Working days after `from` up to and with `to`: what has passed of a deadline. 0 when `to` is not later. */
  workingDaysBetween: (from: LocalDate, to: LocalDate) => number
}

/** The calendars 2004 to 2026 as chinese-days publishes them. We take its data, since its functions depend on the server's zone. */
export const publishedCalendar: HolidayCalendar = {
  holidays: Object.keys(published.holidays),
  workdays: Object.keys(published.workdays),
}

/** Working days by the published calendars and by newer ones handed in as data, which win. A year in none has plain weeks, Monday to Friday. */
export function workCalendar(newer: readonly HolidayCalendar[] = []): WorkCalendar {
  const worked = new Map<LocalDate, boolean>()
  for (const { holidays, workdays } of [publishedCalendar, ...newer]) {
    for (const date of holidays) worked.set(date, false)
    for (const date of workdays) worked.set(date, true)
  }
  const isWorkingDay = (date: LocalDate) => worked.get(date) ?? weekday(date) <= 5
  return {
    isWorkingDay,
    addWorkingDays(date, n) {
      let day = date
      for (let left = Math.abs(n); left > 0;) {
        day = addDays(day, Math.sign(n))
        if (isWorkingDay(day)) left--
      }
      return day
    },
    workingDaysBetween(from, to) {
      let count = 0
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count++
      return count
    },
  }
}

const standard = workCalendar()

/** Whether a day is worked, by the published calendars alone. */
export const isWorkingDay = standard.isWorkingDay
/** The n-th working day after a day by the published calendars alone. */
export const addWorkingDays = standard.addWorkingDays
/** Working days after a day up to and with another, by the published calendars alone. */
export const workingDaysBetween = standard.workingDaysBetween
