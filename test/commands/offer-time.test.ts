import { expect, test } from 'vitest'
import { offerUntil } from '../../src/commands/promotion.ts'
import { defaultRules } from '../../src/rules.ts'

const now = new Date('2026-11-28T08:00:00+08:00')
const minutes = (until: Date) => (until.getTime() - now.getTime()) / 60_000
const at = (hours: number) => new Date(now.getTime() + hours * 3600_000)
const stands = (hours: number, rules = defaultRules) => minutes(offerUntil(at(hours), now, rules))

test('half an hour, when the start is far', () => {
  expect([2, 24, 240].map((hours) => stands(hours))).toEqual([30, 30, 30])
})

test('near the start a quarter of the time left, never less than five minutes', () => {
  expect([1, 0.5, 0.25, 0].map((hours) => stands(hours))).toEqual([15, 7.5, 5, 5])
})

test('both are an organisation’s to set', () => {
  const own = { ...defaultRules, offerMinutes: 60, shortestOfferMinutes: 10 }
  expect([24, 0].map((hours) => stands(hours, own))).toEqual([60, 10])
})
