import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attendedMinutes,
  fitsDay,
  fitsPlan,
  mayVerify,
  mostMinutesADay,
  needsSecond,
  oneVerifierMinutes,
  overlaps,
  plannedMinutes,
} from '../../src/domain/hours.ts'

const at = (clock: string) => Date.parse(`2026-11-28T${clock}:00+08:00`)
const span = (start: string, end: string) => ({ start: at(start), end: at(end) })

describe('a claim and what the day already holds', () => {
  const morning = { intervals: [span('09:00', '12:00')], minutes: 180 }

  test('an afternoon beside a morning is fine, also when they touch', () => {
    expect(fitsDay(morning, { interval: span('14:00', '16:00'), minutes: 120 })).toBe('ok')
    expect(fitsDay(morning, { interval: span('12:00', '14:00'), minutes: 120 })).toBe('ok')
    expect(fitsDay(morning, { interval: span('07:00', '09:00'), minutes: 120 })).toBe('ok')
  })

  test.each([
    ['11:59', '14:00'],
    ['08:00', '09:01'],
    ['10:00', '11:00'],
    ['08:00', '13:00'],
    ['09:00', '12:00'],
  ])('%s-%s overlaps the morning', (start, end) =>
    expect(fitsDay(morning, { interval: span(start, end), minutes: 1 })).toBe('overlap'),
  )

  test('twelve hours a day are the most', () => {
    expect(fitsDay(morning, { minutes: 540 })).toBe('ok')
    expect(fitsDay(morning, { minutes: 541 })).toBe('over_12h')
    expect(fitsDay({ intervals: [], minutes: 0 }, { minutes: mostMinutesADay + 1 })).toBe('over_12h')
  })

  test('an overlap is told first, since fewer minutes would not help', () =>
    expect(fitsDay(morning, { interval: span('09:00', '23:00'), minutes: 840 })).toBe('overlap'))
})

describe('who verifies', () => {
  test('up to eight hours a day one social worker, beyond that a second', () => {
    expect(oneVerifierMinutes).toBe(480)
    expect(needsSecond(0, 480)).toBe(false)
    expect(needsSecond(0, 481)).toBe(true)
    expect(needsSecond(300, 180)).toBe(false)
    expect(needsSecond(300, 181)).toBe(true)
  })

  test('nobody their own, and the second is not the first', () => {
    const entry = { person: 'V000001', verifiers: ['V000009'] }
    expect(mayVerify(entry, 'V000001')).toBe('own')
    expect(mayVerify(entry, 'V000009')).toBe('same')
    expect(mayVerify(entry, 'V000010')).toBe('ok')
    expect(mayVerify({ person: 'V000001', verifiers: [] }, 'V000009')).toBe('ok')
  })
})

describe('an activity from 9:00 to 12:00 with 30 minutes of rest', () => {
  const plan = { ...span('09:00', '12:00'), restMinutes: 30 }

  test('holds two and a half hours', () => {
    expect(plannedMinutes(plan)).toBe(150)
    expect(fitsPlan(150, plan)).toBe(true)
    expect(fitsPlan(151, plan)).toBe(false)
  })

  test.each([
    ['09:00', '12:00', 150],
    ['08:30', '12:40', 150],
    ['09:20', '12:00', 130],
    ['09:00', '11:00', 90],
    ['11:45', '12:30', 0],
    ['13:00', '14:00', 0],
    ['07:00', '08:00', 0],
  ])('present %s-%s makes %i minutes', (start, end, minutes) =>
    expect(attendedMinutes(span(start, end), plan)).toBe(minutes),
  )

  test('a started minute does not count', () =>
    expect(attendedMinutes({ start: at('09:00') + 1, end: at('12:00') }, { ...plan, restMinutes: 0 })).toBe(
      179,
    ))

  test('more rest than time leaves nothing, not less', () =>
    expect(plannedMinutes({ ...span('09:00', '09:20'), restMinutes: 30 })).toBe(0))
})

const minute = fc.integer({ min: 0, max: 3_000 })
const stretch = fc
  .tuple(minute, minute)
  .map(([a, b]) => ({ start: Math.min(a, b) * 60_000, end: Math.max(a, b) * 60_000 }))

test('overlapping is mutual', () => {
  fc.assert(
    fc.property(stretch, stretch, (a, b) => {
      expect(overlaps(a, b)).toBe(overlaps(b, a))
    }),
  )
})

test('nobody attends longer than planned or than they were there', () => {
  fc.assert(
    fc.property(stretch, stretch, fc.nat({ max: 120 }), (present, window, restMinutes) => {
      const minutes = attendedMinutes(present, { ...window, restMinutes })
      expect(minutes).toBeGreaterThanOrEqual(0)
      expect(minutes).toBeLessThanOrEqual(plannedMinutes({ ...window, restMinutes }))
      expect(minutes).toBeLessThanOrEqual((present.end - present.start) / 60_000)
    }),
  )
})

test('a day filled claim by claim never passes twelve hours', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 720 })), (claims) => {
      let minutes = 0
      for (const claim of claims)
        if (fitsDay({ intervals: [], minutes }, { minutes: claim }) === 'ok') minutes += claim
      expect(minutes).toBeLessThanOrEqual(720)
    }),
  )
})
