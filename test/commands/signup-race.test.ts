import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCancel } from '../../src/commands/cancel/run.ts'
import { runSignup } from '../../src/commands/signup/run.ts'
import { at } from '../support/command-store.ts'
import { Crash } from '../support/crashing-store.ts'
import { openPlacesDesk, type PlacesDesk } from '../support/places-desk.ts'

let desk: PlacesDesk
beforeAll(async () => {
  desk = await openPlacesDesk()
})
afterAll(() => desk.close())

const now = at('2026-11-24 10:00')
const later = at('2026-11-24 10:30')
const crowd = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => desk.person(`义工${n + 1}`)))

describe('many at once', () => {
  test('of 200 people who race for 10 places exactly 10 are in, and 190 wait in one order', async () => {
    const code = await desk.activity({ places: 10 })
    const people = await crowd(200)
    const replies = await Promise.all(people.map((by) => desk.run(runSignup, { codes: [code] }, { by, now })))

    const told = replies.map(({ text }) => Number(/候补第 (\d+) 位/.exec(text)?.[1] ?? 0))
    expect(told.toSorted((a, b) => a - b)).toEqual([
      ...Array<number>(10).fill(0),
      ...Array.from({ length: 190 }, (_, i) => i + 1),
    ])
    await desk.settle(later)
    const { taken, confirmed, waiting, holds } = await desk.standing(code)
    expect({ taken, confirmed: confirmed.length, waiting: waiting.length, holds }).toEqual({
      taken: 10,
      confirmed: 10,
      waiting: 190,
      holds: [],
    })
    expect(waiting.map((person) => told[people.indexOf(person)])).toEqual(
      Array.from({ length: 190 }, (_, i) => i + 1),
    )
    await desk.expectSettled(code)
  })

  test('one person who says it from five places at once is in once', async () => {
    const code = await desk.activity({ places: 3 })
    const [by = ''] = await crowd(1)
    await Promise.all(Array.from({ length: 5 }, () => desk.run(runSignup, { codes: [code] }, { by, now })))
    await desk.settle(later)
    expect(await desk.standing(code)).toMatchObject({ taken: 1, confirmed: [by] })
    await desk.expectSettled(code)
  })

  test('a message that dies between the waiting list and the row gives its own place in the list when it is run again', async () => {
    const code = await desk.activity({ places: 0 })
    const [before = '', by = ''] = await crowd(2)
    await desk.run(runSignup, { codes: [code] }, { by: before, now })
    const message = { by, now, key: 'dies in the list' }
    const { activities } = desk.store
    const wait: typeof activities.wait = async (...waiter) => {
      await activities.wait(...waiter)
      throw new Crash()
    }
    const store = { ...desk.store, activities: { ...activities, wait } }
    await expect(desk.run(runSignup, { codes: [code] }, { ...message, store })).rejects.toThrow(Crash)
    expect((await desk.run(runSignup, { codes: [code] }, message)).text).toContain('候补第 2 位')
  })

  test('one message that is run five times at once takes one place', async () => {
    const code = await desk.activity({ places: 3 })
    const [by = ''] = await crowd(1)
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => desk.run(runSignup, { codes: [code] }, { by, now, key: 'same' })),
    )
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    await desk.settle(later)
    await desk.expectSettled(code)
  })

  test('a second run of one message that comes late to the place gives it back, also when it dies there', async () => {
    const code = await desk.activity({ places: 3 })
    const [by = ''] = await crowd(1)
    const message = { by, now, key: 'twice' }
    const { activities } = desk.store
    const takePlace: typeof activities.takePlace = async (...taker) => {
      // Meanwhile the other run of the same message has come to its end, and the sweeper has tidied up.
      await desk.run(runSignup, { codes: [code] }, message)
      await desk.settle(later)
      await activities.takePlace(...taker)
      throw new Crash()
    }
    const store = { ...desk.store, activities: { ...activities, takePlace } }
    await expect(desk.run(runSignup, { codes: [code] }, { ...message, store })).rejects.toThrow(Crash)
    expect(await desk.standing(code)).toMatchObject({ taken: 2, confirmed: [by] })
    await desk.settle(at('2026-11-24 11:00'))
    await desk.expectSettled(code)
    expect(await desk.standing(code)).toMatchObject({ taken: 1, confirmed: [by] })
  })

  test('of two activities at the same time a person gets one, however they race', async () => {
    const [one, other] = [await desk.activity(), await desk.activity()]
    const people = await crowd(10)
    await Promise.all(
      people.flatMap((by) => [one, other].map((code) => desk.run(runSignup, { codes: [code] }, { by, now }))),
    )
    const [first, second] = [await desk.standing(one), await desk.standing(other)]
    expect([...first.confirmed, ...second.confirmed].toSorted()).toEqual(people.toSorted())
    expect(first.confirmed.filter((person) => second.confirmed.includes(person))).toEqual([])
  })

  test('people come and go and come again, and no place is lost or sold twice', async () => {
    const code = await desk.activity({ places: 5 })
    const people = await crowd(20)
    const life = async (by: string) => {
      await desk.run(runSignup, { codes: [code] }, { by, now })
      await desk.run(runCancel, { codes: [code] }, { by, now })
      await desk.run(runSignup, { codes: [code] }, { by, now })
    }
    await Promise.all([...people.map(life), desk.settle(now), desk.settle(now)])
    await desk.settle(later)
    await desk.settle(later)
    await desk.expectSettled(code)
    expect((await desk.standing(code)).taken).toBe(5)
  })
})
