import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endHandover } from '../../src/commands/hand-over/end-handover.ts'
import { runHandOver } from '../../src/commands/hand-over/run.ts'
import type { Grant } from '../../src/domain/roles.ts'
import { timerId } from '../../src/store/timers.ts'
import { at, openCommandStore, type CommandStore } from '../support/command-store.ts'
import { Crash, crashingStore } from '../support/crashing-store.ts'

// A handover dies between any two of its calls to the database, and is run again: there, and back.

let desk: CommandStore
beforeAll(async () => {
  desk = await openCommandStore()
})
afterAll(() => desk.close())

const everything: Grant = { role: 'admin', scope: { kind: 'all' } }
const of = (name: string): Grant => ({ role: 'socialWorker', scope: { kind: 'team', name } })
const until = '2026-12-04'
const due = at('2026-12-05 00:00')

const crashes = Array.from({ length: 13 }, (_, i) => [
  { at: i + 1, after: false },
  { at: i + 1, after: true },
]).flat()

const survive = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Crash)) throw error
  }
}

describe.each(crashes)('a crash at call $at (after: $after)', (crash) => {
  test('all of it goes over once, and all of it comes back once', async () => {
    const admin = await desk.person('陈主任', [everything])
    const from = await desk.person('王社工', [of('南园队'), of('华强队')])
    const to = await desk.person('李社工', [of('华强队')])
    const code = await desk.activity({
      responsible: from,
      start: at('2026-12-20 09:00'),
      end: at('2026-12-20 12:00'),
    })
    const state = async () => {
      const teams = async (id: string) =>
        ((await desk.store.people.find(id))?.grants ?? [])
          .map(({ scope }) => ('name' in scope ? scope.name : ''))
          .toSorted()
      const activity = await desk.store.activities.find(code)
      return [await teams(from), await teams(to), activity?.responsible]
    }
    const key = `handover-${code}`
    const args = { from, to, until, confirm: true }
    const message = { by: admin, key, now: at('2026-11-29 10:00') }
    await survive(desk.run(runHandOver, args, { ...message, store: crashingStore(desk.store, crash) }))
    const said = await desk.run(runHandOver, args, message)
    expect(said.text).toContain('2 个职务、1 个活动')
    expect(await state()).toEqual([[], ['华强队', '南园队'], to])

    const timer = await desk.store.timers.model
      .findById(timerId('handover-ends', key, due))
      .lean<Parameters<typeof endHandover>[0]>()
    if (!timer) throw new Error('there is no timer')
    const told: string[] = []
    const deps = { now: due, notify: async (_notices: unknown, once: string) => void told.push(once) }
    const data = { ...timer, data: { handover: key } }
    await survive(endHandover(data, { ...deps, store: crashingStore(desk.store, crash) }))
    await endHandover(data, { ...deps, store: desk.store })
    expect(await state()).toEqual([['华强队', '南园队'], ['华强队'], from])
    expect(new Set(told)).toEqual(new Set([`${key}:back`]))
  })
})
