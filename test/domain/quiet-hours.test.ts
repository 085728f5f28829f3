import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doneAt, quietEnd } from '../../src/domain/quiet-hours.ts'

const quiet = { from: '21:30', until: '08:00', zone: 'Asia/Shanghai' }
const at = (text: string) => Date.parse(`${text}:00+08:00`)

test('from half past nine in the evening until eight in the morning', () => {
  expect(quietEnd(at('2026-11-24T21:29'), quiet)).toBeUndefined()
  expect(quietEnd(at('2026-11-24T21:30'), quiet)).toBe(at('2026-11-25T08:00'))
  expect(quietEnd(at('2026-11-25T07:59'), quiet)).toBe(at('2026-11-25T08:00'))
  expect(quietEnd(at('2026-11-25T08:00'), quiet)).toBeUndefined()
})

test('the same time twice is never quiet; a span within a day ends on that day', () => {
  expect(quietEnd(at('2026-11-24T23:00'), { ...quiet, from: '08:00' })).toBeUndefined()
  expect(quietEnd(at('2026-11-24T13:00'), { ...quiet, from: '12:00', until: '14:00' })).toBe(
    at('2026-11-24T14:00'),
  )
})

test('work that is not done by the evening goes on in the morning', () => {
  const hour = 3600_000
  expect(doneAt(at('2026-11-24T20:30'), hour, quiet)).toBe(at('2026-11-24T21:30'))
  expect(doneAt(at('2026-11-24T20:30'), 2 * hour, quiet)).toBe(at('2026-11-25T09:00'))
  expect(doneAt(at('2026-11-24T23:00'), hour, quiet)).toBe(at('2026-11-25T09:00'))
})

test('is never done while it is quiet, nor before its length is over', () => {
  const start = fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-12-31T00:00') })
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 100 * 3600_000 }), (from, length) => {
      const end = doneAt(from, length, quiet)
      expect(end).toBeGreaterThanOrEqual(from + length)
      expect(quietEnd(end - 1, quiet)).toBeUndefined()
    }),
  )
})
