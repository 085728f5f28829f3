import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holidayMark, isPublished } from '../../../src/domain/holiday-mark.ts'
import { addDays, weekday } from '../../../src/domain/time/local-date.ts'
import { seriesDates } from '../../../src/domain/time/series-dates.ts'
import { takeSeries } from '../../../src/domain/time/take-series.ts'
import { shenzhen } from './now.ts'

const said = (text: string) => takeSeries(text, shenzhen)
const morning = { start: 540, end: 720 }

describe('a series as people say it', () => {
  test.each<[string, object]>([
    ['每周六 4次', { repeat: { weekdays: [6], everyWeeks: 1 }, times: 4 }],
    ['每周六四次', { repeat: { weekdays: [6], everyWeeks: 1 }, times: 4 }],
    ['每个星期天, 共10次', { repeat: { weekdays: [7], everyWeeks: 1 }, times: 10 }],
    ['每周六到12月31日', { repeat: { weekdays: [6], everyWeeks: 1 }, until: '2026-12-31' }],
    [
      '每周六9:00-12:00 到12月31日',
      { repeat: { weekdays: [6], everyWeeks: 1 }, clock: morning, until: '2026-12-31' },
    ],
    ['每周六 4次 9点到12点', { repeat: { weekdays: [6], everyWeeks: 1 }, clock: morning, times: 4 }],
    ['每周二、四 6次', { repeat: { weekdays: [2, 4], everyWeeks: 1 }, times: 6 }],
    ['每周六日9:00-12:00 8次', { repeat: { weekdays: [6, 7], everyWeeks: 1 }, clock: morning, times: 8 }],
    ['隔周六 3次', { repeat: { weekdays: [6], everyWeeks: 2 }, times: 3 }],
    ['每两周的周六 3次', { repeat: { weekdays: [6], everyWeeks: 2 }, times: 3 }],
    ['每月第一个周六 3次', { repeat: { weekdays: [6], nth: 1 }, times: 3 }],
    ['每个月最后一个星期日 到明年3月1日', { repeat: { weekdays: [7], nth: -1 }, until: '2027-03-01' }],
    ['每天 5次', { repeat: { weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1 }, times: 5 }],
    ['every Saturday 4 times', { repeat: { weekdays: [6], everyWeeks: 1 }, times: 4 }],
    ['every other sat for 3 times', { repeat: { weekdays: [6], everyWeeks: 2 }, times: 3 }],
    [
      'every Tuesday and Thursday 9:00-12:00 until Dec 31',
      { repeat: { weekdays: [2, 4], everyWeeks: 1 }, clock: morning, until: '2026-12-31' },
    ],
    ['the first Saturday of every month 3 times', { repeat: { weekdays: [6], nth: 1 }, times: 3 }],
  ])('%s', (text, series) => expect(said(text)).toEqual({ series, rest: '' }))

  test.each(['周六 4次', '每周 4次', '每月 3次', '4次', 'every week', '每人一份', ''])(
    '「%s」 is none',
    (text) => expect(said(text)).toBeUndefined(),
  )

  test('what follows is left', () => expect(said('每周六 去福利院')?.rest).toBe('去福利院'))
})

describe('its days', () => {
  const days = (text: string, from = '2026-11-24') => {
    const series = said(text)?.series
    return series ? seriesDates(series, from, 26) : []
  }

  test('the day it begins on counts', () =>
    expect(days('每周六 3次', '2026-11-28')).toEqual(['2026-11-28', '2026-12-05', '2026-12-12']))
  test('the last day counts', () => expect(days('每周四到12月31日').at(-1)).toBe('2026-12-31'))
  test('every other week is counted from the first', () =>
    expect(days('隔周六 3次')).toEqual(['2026-11-28', '2026-12-12', '2026-12-26']))
  test('the n-th and the last of a month', () => {
    expect(days('每月第一个周六 3次')).toEqual(['2026-12-05', '2027-01-02', '2027-02-06'])
    expect(days('每月最后一个周六 3次')).toEqual(['2026-11-28', '2026-12-26', '2027-01-30'])
  })

  test('always rise, are on a day that was said, and are no more than were asked for', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
        fc.oneof(
          fc.record({ everyWeeks: fc.integer({ min: 1, max: 2 }) }),
          fc.record({ nth: fc.constantFrom(1, 2, 3, 4, -1) }),
        ),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 1, max: 26 }),
        (weekdays, how, later, times) => {
          const from = addDays('2026-01-01', later)
          const dates = seriesDates({ repeat: { weekdays, ...how }, times }, from, 26)
          expect(dates.length).toBeLessThanOrEqual(times)
          expect(dates.length).toBeGreaterThan(0)
          expect(dates).toEqual([...new Set(dates)].toSorted())
          expect(dates.every((day) => day >= from && weekdays.includes(weekday(day)))).toBe(true)
        },
      ),
    )
  })
})

test('holidays and days worked instead are known by name, for years whose calendar is published', () => {
  expect(holidayMark('2026-10-01')).toEqual({ kind: 'holiday', zh: '国庆节', en: 'National Day' })
  expect(holidayMark('2026-10-10')).toEqual({ kind: 'workday', zh: '国庆节', en: 'National Day' })
  expect(holidayMark('2026-11-28')).toBeUndefined()
  expect([isPublished('2026-12-31'), isPublished('2031-01-01')]).toEqual([true, false])
})
