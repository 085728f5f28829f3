import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate, startOfDay, weekday } from '../../../src/domain/time/local-date.ts'
import { calendarDate } from '../../../src/domain/time/calendar-date.ts'

const moments = fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true })
const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia', 'UTC')

test('a moment belongs to the day that the zone shows', () => {
  const lateInTheEvening = Date.parse('2026-11-24T16:30:00Z')
  expect(localDate(lateInTheEvening, 'Asia/Shanghai')).toBe('2026-11-25')
  expect(localDate(lateInTheEvening, 'Europe/Berlin')).toBe('2026-11-24')
})

test('a day begins at midnight of its zone, in summer time too', () => {
  expect(startOfDay('2026-11-24', 'Asia/Shanghai')).toBe(Date.parse('2026-11-23T16:00:00Z'))
  expect(startOfDay('2026-07-01', 'Europe/Berlin')).toBe(Date.parse('2026-06-30T22:00:00Z'))
})

test('where the clocks skip midnight the day begins an hour later', () => {
  expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe(Date.parse('2018-11-04T03:00:00Z'))
})

test('days are counted over months, leap days and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  expect(addDays('2026-11-24', 0)).toBe('2026-11-24')
})

test('Monday is 1 and Sunday is 7', () => {
  expect(['2026-11-23', '2026-11-24', '2026-11-28', '2026-11-29'].map(weekday)).toEqual([1, 2, 6, 7])
})

test('a day that no calendar has is no day', () => {
  expect(calendarDate(2028, 2, 29)).toBe('2028-02-29')
  expect(calendarDate(2026, 2, 29)).toBeUndefined()
  expect(calendarDate(2026, 13, 1)).toBeUndefined()
  expect(calendarDate(26, 11, 28)).toBeUndefined()
})

test('every moment lies in its own day and before the next one', () => {
  fc.assert(
    fc.property(moments, zones, (moment, zone) => {
      const day = localDate(moment.getTime(), zone)
      expect(startOfDay(day, zone)).toBeLessThanOrEqual(moment.getTime())
      expect(localDate(startOfDay(day, zone), zone)).toBe(day)
    }),
  )
})
