import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stayedUntil } from '../../src/domain/stayed-until.ts'
import { takeClock } from '../../src/domain/time/take-clock.ts'

const zone = 'Asia/Shanghai'
const moment = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+08:00`)
const until = (said: string, from: string, to: string) => {
  const clock = takeClock(said)
  return clock && stayedUntil(clock.time, { start: moment(from), end: moment(to) }, zone)
}

test.each([
  ['11:30', '2026-11-28 09:00', '2026-11-28 12:00', '2026-11-28 11:30'],
  ['5点', '2026-11-28 14:00', '2026-11-28 18:00', '2026-11-28 17:00'],
  ['1点', '2026-11-28 22:00', '2026-11-29 02:00', '2026-11-29 01:00'],
])('%s of somebody who was there from %s to %s is %s', (said, from, to, meant) => {
  expect(until(said, from, to)).toBe(moment(meant))
})

test.each([
  ['13:30', '2026-11-28 09:00', '2026-11-28 12:00'],
  ['9点', '2026-11-28 08:00', '2026-11-28 22:00'],
])('%s of somebody who was there from %s to %s cannot be told', (said, from, to) => {
  expect(until(said, from, to)).toBeUndefined()
})

test('what is meant always lies in the stay', () => {
  const start = moment('2026-11-28 00:00')
  const minute = 60_000
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 1440 }),
      fc.integer({ min: 1, max: 1440 }),
      fc.constantFrom('colon' as const, 'point' as const),
      (minutes, after, length, style) => {
        const stay = { start: start + after * minute, end: start + (after + length) * minute }
        const time = { minutes, hour: Math.floor(minutes / 60), half: undefined, style }
        const meant = stayedUntil(time, stay, zone)
        expect(meant === undefined || (meant > stay.start && meant <= stay.end)).toBe(true)
      },
    ),
  )
})
