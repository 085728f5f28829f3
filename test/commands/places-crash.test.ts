import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCancel } from '../../src/commands/cancel/run.ts'
import { runSignup } from '../../src/commands/signup/run.ts'
import { at } from '../support/command-store.ts'
import { Crash, crashingStore } from '../support/crashing-store.ts'
import { openPlacesDesk, type PlacesDesk } from '../support/places-desk.ts'

// Commands, time-outs and the sweeper die between any two of their calls to the database. What they leave behind is
// finished by the message's next run, or by the sweeper where there is none.

let desk: PlacesDesk
beforeAll(async () => {
  desk = await openPlacesDesk()
})
afterAll(() => desk.close())

const morning = at('2026-11-24 10:00')
const minutes = (n: number) => new Date(morning.getTime() + n * 60_000)

type Act = {
  what: 'signup' | 'cancel' | 'yes' | 'no' | 'settle' | 'ring'
  who: number
  /** The call at which it dies; most acts make fewer. */
  dies: number
  after: boolean
  /** Whether the queue runs the message again. */
  again: boolean
}

const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('signup', 'signup', 'signup', 'cancel', 'cancel', 'yes', 'no', 'settle', 'ring'),
  who: fc.integer({ min: 0, max: 3 }),
  dies: fc.integer({ min: 1, max: 14 }),
  after: fc.boolean(),
  again: fc.boolean(),
})

let messages = 0

async function perform(code: string, by: string, { what, dies, after, again }: Act, now: Date) {
  const key = `act-${++messages}`
  const run = async (store?: PlacesDesk['store']) => {
    const said = { by, now, key, ...(store && { store }) }
    if (what === 'settle') return desk.settle(now, store)
    if (what === 'ring') return desk.ring(now, store)
    if (what === 'yes' || what === 'no') return desk.answer(by, what, { now, key, ...(store && { store }) })
    return desk.run(what === 'signup' ? runSignup : runCancel, { codes: [code] }, said)
  }
  try {
    await run(crashingStore(desk.store, { at: dies, after }))
  } catch (error) {
    if (!(error instanceof Crash)) throw error
    if (again) await run()
  }
}

/** Lets everything come to rest: lost messages are given up, offers run out, the sweeper has nothing left. */
async function rest(code: string, from: Date) {
  const late = new Date(from.getTime() + 3 * 3600_000)
  for (let n = 0; n < 20; n++) {
    const now = new Date(late.getTime() + n * 3600_000)
    await desk.ring(now)
    await desk.settle(now)
    await desk.settle(now)
    const activity = await desk.store.activities.find(code)
    if (!activity || activity.holds.length > 0) continue
    if (activity.waiting.length === 0 || activity.taken === activity.places) return
  }
}

/** What must be true at any moment, however many have just died. */
async function expectNeverOversold(code: string, places: number) {
  const { taken, placed, confirmed } = await desk.standing(code)
  expect(taken).toBeLessThanOrEqual(places)
  expect(placed.length).toBeLessThanOrEqual(taken ?? 0)
  expect(confirmed.length).toBeLessThanOrEqual(places)
}

async function expectAtRest(code: string, places: number) {
  const { taken, placed, holds, waiting, rowsWaiting, confirmed } = await desk.standing(code)
  expect({ taken, holds }).toEqual({ taken: placed.length, holds: [] })
  if (waiting.length > 0) expect(taken).toBe(places)
  // Somebody whose message died for good may be in the list without a row, but nobody waits outside of it.
  expect(rowsWaiting.filter((person) => !waiting.includes(person))).toEqual([])
  const people = await desk.store.people.model.find({ 'commitments.code': code }).lean()
  const committed = people.map(({ _id }) => _id)
  expect(confirmed.filter((person) => !committed.includes(person))).toEqual([])
}

describe('crashes', () => {
  test('acts one after another, each dying somewhere, neither oversell nor leak a place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 }),
        fc.array(act, { minLength: 3, maxLength: 12 }),
        async (places, acts) => {
          const code = await desk.activity({
            places,
            start: at('2026-12-28 09:00'),
            end: at('2026-12-28 12:00'),
          })
          const people = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => desk.person(name)))
          for (const [n, one] of acts.entries()) {
            await perform(code, people[one.who] ?? '', one, minutes(n * 12))
            await expectNeverOversold(code, places)
          }
          await rest(code, minutes(acts.length * 12))
          await expectAtRest(code, places)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('acts all at once, each dying somewhere, neither oversell nor leak a place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 }),
        fc.array(act, { minLength: 4, maxLength: 12 }),
        async (places, acts) => {
          const code = await desk.activity({
            places,
            start: at('2026-12-28 09:00'),
            end: at('2026-12-28 12:00'),
          })
          const people = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => desk.person(name)))
          await Promise.all(
            people.slice(0, 3).map((by) => desk.run(runSignup, { codes: [code] }, { by, now: morning })),
          )
          await Promise.all(acts.map((one) => perform(code, people[one.who] ?? '', one, minutes(5))))
          await expectNeverOversold(code, places)
          await rest(code, minutes(5))
          await expectAtRest(code, places)
        },
      ),
      { numRuns: 40 },
    )
  })
})
