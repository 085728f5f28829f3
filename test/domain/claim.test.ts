import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimOf, onPlannedDay } from '../../src/domain/claim.ts'

const zone = 'Asia/Shanghai'
const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+08:00`)
const plan = { start: at('2026-11-28 09:00'), end: at('2026-11-28 12:00'), restMinutes: 30 }
const clock = { now: at('2026-11-29 10:00'), zone }
const range = (from: string, to: string) => ({ start: at(from), end: at(to) })

describe('minutes alone', () => {
  test('occupy the planned window and fit it, less rest', () => {
    expect(claimOf({ minutes: 150 }, plan, clock)).toEqual({
      start: plan.start,
      end: plan.end,
      minutes: 150,
    })
    expect(claimOf({ minutes: 151 }, plan, clock)).toEqual({ problem: 'over_plan' })
    expect(claimOf({ minutes: 0 }, plan, clock)).toEqual({ problem: 'empty' })
  })

  test('cannot be more than has passed', () => {
    const now = at('2026-11-28 10:00')
    expect(claimOf({ minutes: 60 }, plan, { now, zone })).toMatchObject({ minutes: 60 })
    expect(claimOf({ minutes: 61 }, plan, { now, zone })).toEqual({ problem: 'future' })
  })
})

describe('a range', () => {
  test.each([
    ['the whole window, less rest', '2026-11-28 09:00', '2026-11-28 12:00', 150],
    ['a part of it in which rest may have been', '2026-11-28 09:00', '2026-11-28 11:00', 120],
    ['beyond it on both sides', '2026-11-28 08:00', '2026-11-28 13:00', 270],
    ['beside it, on its day', '2026-11-28 14:00', '2026-11-28 16:00', 120],
    ['24 hours', '2026-11-28 00:00', '2026-11-29 00:00', 1410],
    ['into its day from the evening before', '2026-11-27 23:00', '2026-11-28 01:00', 120],
  ])('%s', (_what, from, to, minutes) => {
    expect(claimOf(range(from, to), plan, clock)).toMatchObject({ ...range(from, to), minutes })
  })

  test.each([
    ['backwards', '2026-11-28 12:00', '2026-11-28 09:00', 'empty'],
    ['longer than 24 hours', '2026-11-28 00:00', '2026-11-29 00:01', 'too_long'],
    ['not over yet', '2026-11-28 12:00', '2026-11-29 10:01', 'future'],
    ['only on the day before', '2026-11-27 09:00', '2026-11-28 00:00', 'other_day'],
    ['only on the day after', '2026-11-29 00:00', '2026-11-29 03:00', 'other_day'],
  ])('%s is refused', (_what, from, to, problem) => {
    expect(claimOf(range(from, to), plan, clock)).toEqual({ problem })
  })
})

test('whatever is claimed: whole minutes, never more than the time itself, never more of the plan than it holds', () => {
  const minute = fc.integer({ min: -1_500, max: 3_000 })
  fc.assert(
    fc.property(minute, minute, fc.integer({ min: 0, max: 200 }), (from, to, restMinutes) => {
      const said = { start: plan.start + from * 60_000, end: plan.start + to * 60_000 }
      const claim = claimOf(said, { ...plan, restMinutes }, { now: at('2026-12-05 00:00'), zone })
      if ('problem' in claim) return
      const length = to - from
      const outside = length - Math.max(0, Math.min(to, 180) - Math.max(from, 0))
      expect(Number.isInteger(claim.minutes)).toBe(true)
      expect(claim.minutes).toBeLessThanOrEqual(length)
      expect(claim.minutes - outside).toBeLessThanOrEqual(Math.max(0, 180 - restMinutes))
      expect(claim.minutes).toBeGreaterThanOrEqual(outside)
    }),
  )
})

describe('a range without a day', () => {
  const tonight = { start: at('2026-11-27 21:00'), end: at('2026-11-28 02:00') }
  test.each([
    ['stands on the activity’s day', plan, '09:00', '12:00', '2026-11-28 09:00'],
    ['also beside the window', plan, '13:00', '14:00', '2026-11-28 13:00'],
    ['of a night: its evening', tonight, '21:00', '23:00', '2026-11-27 21:00'],
    ['of a night: its morning', tonight, '00:00', '02:00', '2026-11-28 00:00'],
  ])('%s', (_what, window, from, to, expected) => {
    const said = range(`2026-12-03 ${from}`, `2026-12-03 ${to}`)
    const start = at(expected)
    expect(onPlannedDay(said, window, zone)).toEqual({ start, end: start + said.end - said.start })
  })
})
