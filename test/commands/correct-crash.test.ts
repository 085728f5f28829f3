import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAnswerReport } from '../../src/commands/answer-report/run.ts'
import type { Run } from '../../src/commands/command.ts'
import { runCorrect } from '../../src/commands/correct/run.ts'
import { runLog } from '../../src/commands/log/run.ts'
import { runReport } from '../../src/commands/report/run.ts'
import { runVerify } from '../../src/commands/verify/run.ts'
import { openCommandStore, type CommandStore } from '../support/command-store.ts'
import { Crash, crashingStore } from '../support/crashing-store.ts'

// A correction and a report die between any two of their calls to the database, and run again.

let desk: CommandStore
beforeAll(async () => {
  desk = await openCommandStore()
})
afterAll(() => desk.close())

const crashes = Array.from({ length: 9 }, (_, i) => [
  { at: i + 1, after: false },
  { at: i + 1, after: true },
]).flat()

let messages = 0
/** Runs one message that dies at a call, and then once more to its end. */
async function twice<Args>(
  command: Run<Args>,
  args: Args,
  { by, crash }: { by: string; crash: (typeof crashes)[number] },
) {
  const message = { by, key: `crashed-${++messages}` }
  try {
    await desk.run(command, args, { ...message, store: crashingStore(desk.store, crash) })
  } catch (error) {
    if (!(error instanceof Crash)) throw error
  }
  return desk.run(command, args, message)
}

const worker = () =>
  desk.person('王社工', [{ role: 'socialWorker', scope: { kind: 'team', name: '南园队' } }])

describe.each(crashes)('a crash at call $at (after: $after)', (crash) => {
  test('a correction is one line, and the day says what the ledger says', async () => {
    const [by, person, code] = [await worker(), await desk.person('张三'), await desk.activity()]
    await desk.signUp(code, person)
    const { text } = await desk.run(runLog, { code, minutes: 180 }, { by: person })
    const entry = /H\d+/.exec(text)?.[0] ?? ''
    await desk.run(runVerify, { code, pick: 'all' }, { by })
    const said = await twice(runCorrect, { entry, minutes: 120, reason: '早走了' }, { by, crash })
    expect(said.text).toContain('3小时 → 2小时')
    expect(said.notices).toHaveLength(1)
    expect(await desk.store.hoursCorrections.of(entry)).toHaveLength(1)
    expect((await desk.store.hours.totals(person)).verified).toBe(120)
    const day = await desk.store.days.find(person, '2026-11-28')
    expect(day?.parts).toMatchObject([{ entry, minutes: 120, approved: 120 }])
  })

  test('a report is kept once and answered once', async () => {
    const by = await desk.person('陈主任', [{ role: 'admin', scope: { kind: 'all' } }])
    const person = await desk.person('李四')
    const kept = await twice(runReport, { text: '灯坏了' }, { by: person, crash })
    const id = /F\d+/.exec(kept.text)?.[0] ?? ''
    const answered = await twice(runAnswerReport, { id, text: '换好了' }, { by, crash })
    expect(answered.notices).toHaveLength(1)
    const report = await desk.store.reports.find(id)
    expect(report?.steps.map(({ did }) => did)).toEqual(['said', 'answered'])
    expect(await desk.store.reports.model.countDocuments({ person })).toBe(1)
  })
})
