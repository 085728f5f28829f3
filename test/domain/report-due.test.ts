import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportDue } from '../../src/domain/report-due.ts'
import { workingDaysBetween } from '../../src/domain/working-days.ts'
import { localDate } from '../../src/domain/time/local-date.ts'

const zone = 'Asia/Shanghai'

describe('when a report gets late', () => {
  test('after five working days; a weekend and a holiday are none', () => {
    const due = (at: string) => reportDue(new Date(at), { zone, days: 5 }).toISOString()
    expect(due('2026-11-24T10:00:00+08:00')).toBe(new Date('2026-12-02T00:00:00+08:00').toISOString())
    expect(due('2026-11-28T23:59:00+08:00')).toBe(new Date('2026-12-05T00:00:00+08:00').toISOString())
    expect(due('2026-09-30T10:00:00+08:00')).toBe(new Date('2026-10-14T00:00:00+08:00').toISOString())
  })

  test('the day before it is the fifth working day, whenever it came', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2020-01-01T00:00:00Z'),
          max: new Date('2026-11-01T00:00:00Z'),
          noInvalidDate: true,
        }),
        (at) => {
          const last = localDate(reportDue(at, { zone, days: 5 }).getTime() - 1, zone)
          expect(workingDaysBetween(localDate(at.getTime(), zone), last)).toBe(5)
        },
      ),
    )
  })
})
