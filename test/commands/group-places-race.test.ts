import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCancel } from '../../src/commands/cancel/run.ts'
import { runGroupSignup } from '../../src/commands/group-signup/run.ts'
import { runSignup } from '../../src/commands/signup/run.ts'
import type { Grant } from '../../src/domain/roles.ts'
import { at } from '../support/command-store.ts'
import { Crash, crashingStore } from '../support/crashing-store.ts'
import { openPlacesDesk, type PlacesDesk } from '../support/places-desk.ts'

// Groups and people want the same places, all at once, and die between any two calls to the database.

const teams = ['东园团体', '西园团体', '北园团体']
let desk: PlacesDesk
let speakers: string[]
beforeAll(async () => {
  desk = await openPlacesDesk()
  const createdAt = at('2026-11-01 09:00')
  for (const _id of teams) await desk.store.teams.add({ _id, kind: 'group', key: _id, createdAt })
  const grant = (name: string): Grant => ({ role: 'leader', scope: { kind: 'team', name } })
  speakers = await Promise.all(teams.map((team) => desk.person(`${team}长`, [grant(team)])))
})
afterAll(() => desk.close())

const morning = at('2026-11-24 10:00')
const soon = at('2026-11-24 10:30')
const plan = { start: at('2026-12-28 09:00'), end: at('2026-12-28 12:00') }

let messages = 0
const setGroup = (
  code: string,
  group: number,
  count: number,
  said: { key?: string; store?: PlacesDesk['store'] } = {},
) =>
  desk.run(
    runGroupSignup,
    { code, team: teams[group] ?? '', count, confirm: true },
    { by: speakers[group] ?? '', now: morning, key: `g-${++messages}`, ...said },
  )

describe('many at once', () => {
  test('three groups of 20 and 30 people for 50 places: exactly 50 are taken, the rest waits', async () => {
    const code = await desk.activity({ places: 50, ...plan })
    const people = await Promise.all(Array.from({ length: 30 }, (_, n) => desk.person(`义工${n}`)))
    await Promise.all([
      ...people.map((by) => desk.run(runSignup, { codes: [code] }, { by, now: morning })),
      ...teams.map((_, group) => setGroup(code, group, 20)),
    ])
    const before = await desk.standing(code)
    expect(before.taken).toBeLessThanOrEqual(50)
    await desk.settle(soon)
    await desk.settle(soon)
    const { taken, confirmed, offered, groups } = await desk.standing(code)
    const activity = await desk.store.activities.find(code)
    const inGroups = Object.values(groups).reduce((sum, count) => sum + count, 0)
    const waiting = (activity?.waiting ?? []).reduce((sum, { count = 1 }) => sum + count, 0)
    expect(taken).toBe(50)
    expect(confirmed.length + offered.length + inGroups).toBe(50)
    expect(confirmed.length + offered.length + inGroups + waiting).toBe(90)
    await desk.expectSettled(code)
  })

  test('one group set to many numbers at once has one of them', async () => {
    const code = await desk.activity({ places: 50, ...plan })
    const counts = [5, 10, 15, 20, 25, 30]
    await Promise.all(counts.map((count) => setGroup(code, 0, count)))
    const { taken, groups } = await desk.standing(code)
    expect(counts).toContain(taken)
    expect(groups[teams[0] ?? '']).toBe(taken)
  })
})

type Act = {
  what: 'group' | 'signup' | 'cancel' | 'settle'
  who: number
  count: number
  dies: number
  after: boolean
}

const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('group', 'group', 'signup', 'signup', 'cancel', 'settle'),
  who: fc.integer({ min: 0, max: 2 }),
  count: fc.integer({ min: 0, max: 5 }),
  dies: fc.integer({ min: 1, max: 20 }),
  after: fc.boolean(),
})

/** Does it, dies somewhere, and is run again by the queue with the same key. */
async function perform(code: string, people: readonly string[], { what, who, count, dies, after }: Act) {
  const key = `act-${++messages}`
  const by = people[who] ?? ''
  const run = async (store = desk.store) => {
    if (what === 'settle') return desk.settle(soon, store)
    if (what === 'group') return setGroup(code, who, count, { key, store })
    return desk.run(
      what === 'signup' ? runSignup : runCancel,
      { codes: [code] },
      { by, now: morning, key, store },
    )
  }
  try {
    await run(crashingStore(desk.store, { at: dies, after }))
  } catch (error) {
    if (!(error instanceof Crash)) throw error
    await run()
  }
}

/** The sweeper until nothing is left to do; offers that stand run out. */
async function rest(code: string) {
  for (let n = 0; n < 8; n++) {
    const now = new Date(soon.getTime() + n * 3600_000)
    await desk.ring(now)
    await desk.settle(now)
    await desk.settle(now)
    if ((await desk.standing(code)).offered.length === 0) return
  }
}

describe.each([
  ['one after another', false],
  ['all at once', true],
])('acts %s, each dying somewhere', (_, atOnce) => {
  test('neither oversell nor leak a place, and pass nobody who waits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(act, { minLength: 3, maxLength: 10 }),
        async (places, acts) => {
          const code = await desk.activity({ places, ...plan })
          const people = await Promise.all(['甲', '乙', '丙'].map((name) => desk.person(name)))
          const all = acts.map((one) => () => perform(code, people, one))
          if (atOnce) await Promise.all(all.map((run) => run()))
          else for (const run of all) await run()
          const during = await desk.standing(code)
          expect(during.taken).toBeLessThanOrEqual(places)
          await rest(code)
          await desk.expectSettled(code)
          const activity = await desk.store.activities.find(code)
          for (const { count, told } of activity?.groups ?? []) expect(told).toBe(count)
        },
      ),
      { numRuns: 12 },
    )
  })
})
