import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bothAtOnce, overfullDays, type Taken } from '../../src/domain/merge-conflicts.ts'

const hour = 3600_000
const line = (id: string, activity: string, from: number, to: number): Taken => ({
  id,
  activity,
  start: from * hour,
  end: to * hour,
})

test('times that overlap, or are of the same activity, cannot both be one person’s', () => {
  const mine = [line('H1', 'A1', 9, 12), line('H2', 'A2', 14, 16)]
  const theirs = [line('H3', 'A3', 11, 13), line('H4', 'A2', 30, 32), line('H5', 'A5', 12, 14)]
  expect(bothAtOnce(mine, theirs).map(([one, other]) => [one.id, other.id])).toEqual([
    ['H1', 'H3'],
    ['H2', 'H4'],
  ])
})

test('it does not matter which of both is named first', () => {
  const lines = fc.array(
    fc
      .record({
        id: fc.string(),
        activity: fc.constantFrom('A1', 'A2', 'A3'),
        at: fc.nat(40),
        long: fc.integer({ min: 1, max: 9 }),
      })
      .map(({ id, activity, at, long }) => line(id, activity, at, at + long)),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(lines, lines, (first, second) => {
      const turned = bothAtOnce(second, first).map(([one, other]) => [other, one])
      expect(bothAtOnce(first, second)).toHaveLength(turned.length)
    }),
  )
})

test('a day holds twelve hours, whoever had them', () => {
  const first = new Map([
    ['2026-11-01', 360],
    ['2026-11-02', 361],
  ])
  const second = new Map([
    ['2026-11-01', 360],
    ['2026-11-02', 360],
    ['2026-11-03', 720],
  ])
  expect(overfullDays(first, second)).toEqual(['2026-11-02'])
})
