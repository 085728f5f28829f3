import { describe, expect, test } from 'vitest'
import { defaultRules } from '../../src/rules.ts'
import { standing } from '../../src/domain/stars.ts'

const today = '2026-11-24'
const longAgo = '2020-01-01'
const hours = (n: number, registered = longAgo) =>
  standing({ minutes: n * 60, registered, today }, defaultRules.stars)

describe('stars at 100, 300, 600, 1,000 and 1,500 hours', () => {
  test.each([
    [0, 0, 1, 6_000],
    [99, 0, 1, 60],
    [100, 1, 2, 12_000],
    [299, 1, 2, 60],
    [300, 2, 3, 18_000],
    [600, 3, 4, 24_000],
    [1_000, 4, 5, 30_000],
    [1_499, 4, 5, 60],
  ])('%i hours: star %i, to star %i %i minutes are missing', (n, star, following, minutesMissing) =>
    expect(hours(n)).toMatchObject({ star, next: { star: following, minutesMissing } }),
  )

  test('there is nothing after the fifth', () => expect(hours(1_500)).toEqual({ star: 5 }))

  test('a minute less is not yet a star', () =>
    expect(standing({ minutes: 5_999, registered: longAgo, today }, defaultRules.stars)).toMatchObject({
      star: 0,
      next: { minutesMissing: 1 },
    }))
})

describe('tenure', () => {
  test('hours alone do not make a star: half a year for the first', () => {
    expect(hours(120, '2026-05-25')).toEqual({
      star: 0,
      next: { star: 1, minutesMissing: 0, notBefore: '2026-11-25' },
    })
    expect(hours(120, '2026-05-24')).toMatchObject({ star: 1 })
  })

  test('a year for the third and two for the fifth', () => {
    expect(hours(700, '2025-11-25')).toEqual({
      star: 2,
      next: { star: 3, minutesMissing: 0, notBefore: '2026-11-25' },
    })
    expect(hours(2_000, '2025-01-01')).toEqual({
      star: 4,
      next: { star: 5, minutesMissing: 0, notBefore: '2027-01-01' },
    })
  })

  test('registered on the 31st, half a year ends with a shorter month', () =>
    expect(hours(0, '2026-08-31').next?.notBefore).toBe('2027-02-28'))

  test('the table is a setting', () => {
    const rules = [{ star: 1, hours: 10, months: 0 }]
    expect(standing({ minutes: 600, registered: today, today }, rules)).toEqual({ star: 1 })
  })
})
