import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { addWorkingDays, workCalendar, workingDaysBetween } from '../../src/domain/working-days.ts'
import { addDays } from '../../src/domain/time/local-date.ts'

const { isWorkingDay } = workCalendar()

describe('the calendar of the State Council', () => {
  test.each([
    ['2026-11-24', true, 'an ordinary Tuesday'],
    ['2026-11-28', false, 'an ordinary Saturday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday worked instead'],
    ['2026-02-14', true, 'the Saturday before Spring Festival'],
    ['2026-02-23', false, 'the last day of Spring Festival, a Monday'],
  ])('%s: %s, %s', (date, worked) => expect(isWorkingDay(date)).toBe(worked))

  test('the year 2025 had the 248 working days the law says', () =>
    expect(workingDaysBetween('2024-12-31', '2025-12-31')).toBe(248))
})

describe('deadlines', () => {
  test('ten working days from an ordinary Tuesday are two weeks', () =>
    expect(addWorkingDays('2026-11-24', 10)).toBe('2026-12-08'))

  test('five working days over National Day: the moved Saturday counts', () => {
    expect(addWorkingDays('2026-09-30', 1)).toBe('2026-10-08')
    expect(addWorkingDays('2026-09-30', 3)).toBe('2026-10-10')
    expect(addWorkingDays('2026-09-30', 4)).toBe('2026-10-12')
  })

  test('backwards', () => expect(addWorkingDays('2026-10-08', -1)).toBe('2026-09-30'))

  test('none is the day itself', () => expect(addWorkingDays('2026-11-28', 0)).toBe('2026-11-28'))

  test('what has passed of a deadline', () => {
    expect(workingDaysBetween('2026-11-24', '2026-12-08')).toBe(10)
    expect(workingDaysBetween('2026-11-24', '2026-11-24')).toBe(0)
    expect(workingDaysBetween('2026-12-08', '2026-11-24')).toBe(0)
    expect(workingDaysBetween('2026-11-27', '2026-11-29')).toBe(0)
  })
})

describe('a new year', () => {
  const newer = { holidays: ['2031-10-01', '2031-10-02', '2031-10-03'], workdays: ['2031-10-04'] }

  test('has plain weeks until its calendar is known', () => {
    expect(addWorkingDays('2031-09-30', 1)).toBe('2031-10-01')
    expect(isWorkingDay('2031-10-04')).toBe(false)
  })

  test('is added as data', () => {
    const calendar = workCalendar([newer])
    expect(calendar.addWorkingDays('2031-09-30', 1)).toBe('2031-10-04')
    expect(calendar.workingDaysBetween('2031-09-30', '2031-10-06')).toBe(2)
  })

  test('a later calendar corrects an earlier one', () => {
    const extended = workCalendar([{ holidays: ['2026-10-10'], workdays: [] }])
    expect(extended.isWorkingDay('2026-10-10')).toBe(false)
  })
})

describe('the zone of the server does not matter', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'])('%s', (server) => {
    process.env.TZ = server
    expect(workCalendar().isWorkingDay('2026-10-10')).toBe(true)
    expect(addWorkingDays('2026-09-30', 1)).toBe('2026-10-08')
  })
})

test('counting undoes adding', () => {
  const day = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays('2022-01-01', n))
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const due = addWorkingDays(from, n)
      expect(isWorkingDay(due)).toBe(true)
      expect(workingDaysBetween(from, due)).toBe(n)
    }),
  )
})
