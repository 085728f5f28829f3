import { describe, expect, test } from 'vitest'
import { ageOn } from '../../src/domain/age.ts'

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
