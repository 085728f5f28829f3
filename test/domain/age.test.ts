import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { ageOn, birthdayOf } from '../../src/domain/age.ts'
import { addDays } from '../../src/domain/time/local-date.ts'

describe('completed years on a day', () => {
  test.each([
    ['2012-11-28', '2026-11-27', 13],
    ['2012-11-28', '2026-11-28', 14],
    ['2012-11-29', '2026-11-28', 13],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['1958-01-01', '2026-11-28', 68],
  ])('born %s, on %s: %i', (birth, day, age) => expect(ageOn(birth, day)).toBe(age))

  test('of a bare year the youngest possible age counts', () => {
    expect(ageOn('2012', '2026-11-28')).toBe(13)
    expect(ageOn('2012', '2026-12-31')).toBe(14)
    expect(ageOn('2011', '2026-01-01')).toBe(14)
  })
})

describe('the day somebody completes so many years', () => {
  test.each([
    ['2012-11-28', '2026-11-28'],
    ['2012', '2026-12-31'],
    ['2012-02-29', '2026-03-01'],
    ['2014-02-28', '2028-02-28'],
  ])('born %s: 14 on %s', (birth, day) => expect(birthdayOf(birth, 14)).toBe(day))

  test('is the first day of that age', () => {
    const birth = fc
      .date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(birth, fc.boolean(), fc.integer({ min: 1, max: 90 }), (date, bare, years) => {
        const said = bare ? date.slice(0, 4) : date
        const day = birthdayOf(said, years)
        expect([ageOn(said, addDays(day, -1)), ageOn(said, day)]).toEqual([years - 1, years])
      }),
    )
  })
})
