import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runMerge } from '../../src/commands/merge/run.ts'
import { at, type CommandStore, openCommandStore } from '../support/command-store.ts'
import { Crash, crashingStore } from '../support/crashing-store.ts'

// A merge, or its undoing, dies between any two of its calls to the database. Its message is run again and ends it.

let desk: CommandStore
beforeAll(async () => {
  desk = await openCommandStore()
})
afterAll(() => desk.close())

const now = at('2026-11-24 10:00')
const team = (name: string) => ({ role: 'volunteer' as const, scope: { kind: 'team' as const, name } })

/** Two numbers with a sign-up, a line of hours with its guard, a chat and a team each. */
async function twoNumbers() {
  const { store } = desk
  const boss = await desk.person('管理员', [{ role: 'admin', scope: { kind: 'all' } }])
  const [into, from] = [
    await desk.person('张三', [team('南园队')]),
    await desk.person('张三', [team('华强队')]),
  ]
  for (const [n, person] of [into, from].entries()) {
    await store.identities.add({
      _id: `test:chat-${person}`,
      platform: 'test',
      account: 'test',
      user: person,
      name: '',
      person,
      seenAt: now,
    })
    const [start, end] = [at(`2026-11-2${n} 09:00`), at(`2026-11-2${n} 12:00`)]
    const code = await desk.activity({ start, end })
    await desk.signUp(code, person)
    const entry = await store.counters.next('hours')
    const part = { entry, key: `claim ${person}`, activity: code, start, end, minutes: 180, approved: 0 }
    await store.days.occupy(person, `2026-11-2${n}`, part, 720)
    await store.hours.add({
      _id: entry,
      person,
      activity: code,
      category: '老人服务',
      date: `2026-11-2${n}`,
      start,
      end,
      claimed: 180,
      planned: 180,
      minutes: 180,
      state: 'pending',
      by: person,
      claimedAt: end,
      verifiers: [],
      key: `claim ${person}`,
    })
    const ahead = { code: await desk.activity(), start: at('2026-12-01 09:00'), end: at('2026-12-01 12:00') }
    if (person === from) await store.people.commit(person, { ...ahead, key: `promise ${person}` }, now)
  }
  return { boss, into, from }
}

/** What each of both has by now. */
async function belongings(...numbers: string[]) {
  const { store } = desk
  return Promise.all(
    numbers.map(async (number) => {
      const person = await store.people.row(number)
      const days = await store.days.ofPerson(number)
      return {
        chats: (await store.identities.ofPeople([number])).length,
        hours: await store.hours.totals(number),
        guarded: days.reduce(
          (sum, { parts }) => sum + parts.reduce((all, { minutes }) => all + minutes, 0),
          0,
        ),
        signups: (await store.signups.allOf(number)).length,
        teams: person?.grants.map(({ scope }) => ('name' in scope ? scope.name : '')).toSorted(),
        promises: person?.commitments.length,
        mergedInto: person?.mergedInto,
      }
    }),
  )
}

/** Runs one message that dies at a call, and again until it is done; says whether it died. */
async function dieAndRerun(
  args: Parameters<typeof runMerge>[0],
  said: { by: string; key: string },
  crash: { at: number; after: boolean },
): Promise<boolean> {
  const store = crashingStore(desk.store, crash)
  const died = await desk.run(runMerge, args, { ...said, now, store }).then(
    () => false,
    (error: unknown) => {
      if (error instanceof Crash) return true
      throw error
    },
  )
  const first = await desk.run(runMerge, args, { ...said, now })
  expect(await desk.run(runMerge, args, { ...said, now })).toEqual(first)
  return died
}

describe('killed in the middle', () => {
  // Every third call, before it or after it in turn, until a run makes fewer calls than that.
  test('every call: everything has moved once, and undone everything is back', async () => {
    let died = true
    let deaths = 0
    for (let call = 1; died; call += 3) {
      const { boss, into, from } = await twoNumbers()
      const crash = { at: call, after: call % 2 === 0 }
      const apart = await belongings(into, from)
      died = await dieAndRerun({ into, from, confirm: true }, { by: boss, key: `merge ${from}` }, crash)
      const [one, other] = await belongings(into, from)
      expect(one).toEqual({
        chats: 2,
        hours: { pending: 360 },
        guarded: 360,
        signups: 2,
        teams: ['华强队', '南园队'].toSorted(),
        promises: 1,
        mergedInto: undefined,
      })
      expect(other).toEqual({
        chats: 0,
        hours: {},
        guarded: 0,
        signups: 0,
        teams: [],
        promises: 0,
        mergedInto: into,
      })
      const undo = { from, undo: true, confirm: true }
      const diedToo = await dieAndRerun(undo, { by: boss, key: `undo ${from}` }, crash)
      expect(await belongings(into, from)).toEqual(apart)
      died ||= diedToo
      if (died) deaths++
    }
    expect(deaths).toBeGreaterThan(8)
  }, 240_000)
})
