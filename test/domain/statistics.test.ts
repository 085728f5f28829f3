import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  activeMinutesAYear,
  attendanceRate,
  fillRate,
  fullTimeEquivalent,
  hoursPerRegistered,
  legalWorkingDays,
  surveyYear,
  yearsIn,
} from '../../src/domain/statistics.ts'

describe('full-time equivalent', () => {
  test('the Futian survey of 2008: 16,000 volunteers of 15 hours are 115.4 full-time people, not the 578 it prints', () => {
    const minutes = 16_000 * 15 * 60
    expect(fullTimeEquivalent(minutes, { ...surveyYear, years: 1 })).toEqual({
      numerator: 240_000,
      denominator: 2_080,
      value: 115.4,
      basis: { days: 260, hoursADay: 8, years: 1 },
    })
  })

  test('75 hours each would have given about what the survey prints', () =>
    expect(fullTimeEquivalent(16_000 * 75 * 60, { ...surveyYear, years: 1 }).value).toBe(576.9))

  test('two years of the same service are the same people', () => {
    const oneYear = fullTimeEquivalent(124_800 * 60, { ...surveyYear, years: 1 })
    expect(fullTimeEquivalent(2 * 124_800 * 60, { ...surveyYear, years: 2 }).value).toBe(oneYear.value)
  })

  test('the legal year has 250 days from 2008 and 248 since 2025', () => {
    expect([2007, 2008, 2024, 2025, 2026].map(legalWorkingDays)).toEqual([undefined, 250, 250, 248, 248])
  })
})

describe('figures show what they were made of', () => {
  test('hours per registered volunteer', () =>
    expect(hoursPerRegistered(1_000, 3)).toEqual({
      numerator: 1_000 / 60,
      denominator: 3,
      value: 5.6,
      basis: undefined,
    }))

  test('fill rate', () =>
    expect(fillRate(18, 20)).toMatchObject({ numerator: 18, denominator: 20, value: 0.9 }))

  test('attendance leaves out the excused and says so', () =>
    expect(attendanceRate({ came: 17, missed: 1, excused: 4 })).toEqual({
      numerator: 17,
      denominator: 18,
      value: 0.944,
      basis: { excused: 4 },
    }))

  test('without a denominator there is no value, not zero', () => {
    expect(attendanceRate({ came: 0, missed: 0, excused: 3 }).value).toBeUndefined()
    expect(hoursPerRegistered(60, 0).value).toBeUndefined()
    expect(fillRate(0, 0).value).toBeUndefined()
    expect(fullTimeEquivalent(60, { ...surveyYear, years: 0 }).value).toBeUndefined()
  })

  test('halves are rounded up', () => {
    expect(fillRate(1, 2_000).value).toBe(0.001)
    expect(hoursPerRegistered(60, 20).value).toBe(0.1)
    expect(hoursPerRegistered(60, 21).value).toBe(0)
  })

  test('active begins above five hours a year', () => expect(activeMinutesAYear).toBe(300))

  test('who came is never more than all', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (came, missed, excused) => {
        fc.pre(came + missed > 0)
        const { value } = attendanceRate({ came, missed, excused })
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('how many years a period has', () => {
  test.each([
    ['2026-01-01', '2026-12-31', 1],
    ['2024-01-01', '2024-12-31', 1],
    ['2024-01-01', '2026-12-31', 3],
    ['2026-01-01', '2026-01-31', 31 / 365],
    ['2024-02-01', '2024-02-29', 29 / 366],
    ['2026-11-24', '2026-11-24', 1 / 365],
  ])('%s to %s', (from, to, years) => expect(yearsIn({ from, to })).toBeCloseTo(years, 10))
})
