import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { audience } from '../../src/domain/audience.ts'

test('each person once, in the order of first mention', () =>
  expect(
    audience([
      ['V1', 'V2'],
      ['V2', 'V3', 'V1'],
    ]),
  ).toEqual({ people: ['V1', 'V2', 'V3'], wanted: 3, leftOut: [] }))

test('who is left out is counted under the first reason that applies', () => {
  const signedUp = { reason: 'signed_up', people: ['V2', 'V9'] } as const
  const optedOut = { reason: 'opted_out', people: ['V2', 'V3'] } as const
  expect(audience([['V1', 'V2', 'V3']], [signedUp, optedOut])).toEqual({
    people: ['V1'],
    wanted: 3,
    leftOut: [
      { reason: 'signed_up', count: 1 },
      { reason: 'opted_out', count: 1 },
    ],
  })
})

test('nobody wanted, nobody reached', () =>
  expect(audience([], [{ reason: 'opted_out', people: ['V1'] }])).toEqual({
    people: [],
    wanted: 0,
    leftOut: [{ reason: 'opted_out', count: 0 }],
  }))

const people = fc.array(fc.constantFrom('V1', 'V2', 'V3', 'V4', 'V5', 'V6'))

test('everybody wanted is either reached or left out, and nobody else is', () => {
  fc.assert(
    fc.property(fc.array(people), fc.array(people), (groups, unwanted) => {
      const result = audience(
        groups,
        unwanted.map((some, i) => ({ reason: `r${i}`, people: some })),
      )
      const left = result.leftOut.reduce((sum, { count }) => sum + count, 0)
      expect(result.people.length + left).toBe(result.wanted)
      for (const person of result.people) expect(groups.flat()).toContain(person)
      for (const person of unwanted.flat()) expect(result.people).not.toContain(person)
      expect(new Set(result.people).size).toBe(result.people.length)
    }),
  )
})
