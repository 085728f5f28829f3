import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitOverDays } from '../../src/domain/split-over-days.ts'
import { localDate } from '../../src/domain/time/local-date.ts'

const shanghai = 'Asia/Shanghai'
const at = (moment: string) => Date.parse(`2026-${moment}:00+08:00`)
const days = (start: string, end: string, minutes?: number) =>
  splitOverDays({ start: at(start), end: at(end) }, shanghai, minutes).map((share) => [
    share.date,
    share.minutes,
  ])

test('an ordinary activity lies on one day', () =>
  expect(days('11-28T09:00', '11-28T12:00')).toEqual([['2026-11-28', 180]]))

test('a night is shared by two days, cut at midnight', () =>
  expect(days('11-28T22:00', '11-29T01:00')).toEqual([
    ['2026-11-28', 120],
    ['2026-11-29', 60],
  ]))

test('what ends at midnight does not touch the next day', () =>
  expect(days('11-28T22:00', '11-29T00:00')).toEqual([['2026-11-28', 120]]))

test('rest is taken from both days in proportion', () =>
  expect(days('11-28T22:00', '11-29T01:00', 150)).toEqual([
    ['2026-11-28', 100],
    ['2026-11-29', 50],
  ]))

test('the night in which Berlin sets its clocks forward has seven hours', () => {
  const night = {
    start: Date.parse('2026-03-28T22:00:00+01:00'),
    end: Date.parse('2026-03-29T06:00:00+02:00'),
  }
  expect(splitOverDays(night, 'Europe/Berlin').map((share) => [share.date, share.minutes])).toEqual([
    ['2026-03-28', 120],
    ['2026-03-29', 300],
  ])
})

test('nothing has no parts', () => expect(days('11-28T09:00', '11-28T09:00')).toEqual([]))

test('shares follow one another, lie on their day, are no longer than it, and lose no minute', () => {
  const start = fc.integer({ min: 0, max: 500_000 }).map((minutes) => at('01-01T00:00') + minutes * 60_000)
  const zone = fc.constantFrom(shanghai, 'Europe/Berlin', 'America/New_York')
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 1, max: 3_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      zone,
      (from, length, part, tz) => {
        const minutes = Math.floor(length * part)
        const shares = splitOverDays({ start: from, end: from + length * 60_000 }, tz, minutes)
        expect(shares.reduce((sum, share) => sum + share.minutes, 0)).toBe(minutes)
        expect(shares.at(-1)?.end).toBe(from + length * 60_000)
        let previousEnd = from
        for (const share of shares) {
          expect(share.start).toBe(previousEnd)
          expect(localDate(share.start, tz)).toBe(share.date)
          expect(localDate(share.end - 1, tz)).toBe(share.date)
          expect(share.minutes).toBeLessThanOrEqual((share.end - share.start) / 60_000)
          previousEnd = share.end
        }
      },
    ),
  )
})
