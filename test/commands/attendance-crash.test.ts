import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultRules } from '../../src/rules.ts'
import { runAddHours } from '../../src/commands/add-hours/run.ts'
import type { AttendanceDeps } from '../../src/commands/attendance.ts'
import { runCheckin } from '../../src/commands/checkin/run.ts'
import { leaveCheckout } from '../../src/commands/checkout/leave.ts'
import { runCheckout } from '../../src/commands/checkout/run.ts'
import type { Run } from '../../src/commands/command.ts'
import { runNoShow } from '../../src/commands/no-show/run.ts'
import { remind } from '../../src/commands/reminder.ts'
import { attendanceTimes, type AttendanceKind } from '../../src/domain/attendance-times.ts'
import { at, openCommandStore, type CommandStore } from '../support/command-store.ts'
import { Crash, crashingStore } from '../support/crashing-store.ts'

// Commands and timers of attendance die between any two of their calls to the database, and run again.

let desk: CommandStore
beforeAll(async () => {
  desk = await openCommandStore()
})
afterAll(() => desk.close())

const crashes = Array.from({ length: 14 }, (_, i) => [
  { at: i + 1, after: false },
  { at: i + 1, after: true },
]).flat()
const noon = at('2026-11-28 12:00')
const plan = { start: at('2026-11-28 09:00'), end: noon }

let messages = 0
/** Runs one message that dies at a call, and then once more to its end. */
async function twice<Args>(
  command: Run<Args>,
  args: Args,
  said: { by: string; now: Date; crash: { at: number; after: boolean } },
) {
  const message = { by: said.by, now: said.now, key: `crashed-${++messages}` }
  try {
    await desk.run(command, args, { ...message, store: crashingStore(desk.store, said.crash) })
  } catch (error) {
    if (!(error instanceof Crash)) throw error
  }
  return desk.run(command, args, message)
}

/** Somebody with a place, as signing up leaves it. */
async function place(code: string, name: string) {
  const person = await desk.person(name)
  await desk.signUp(code, person)
  await desk.store.activities.model.updateOne({ _id: code }, { $inc: { taken: 1 } })
  return person
}

const worker = () =>
  desk.person('王社工', [{ role: 'socialWorker', scope: { kind: 'team', name: '南园队' } }])

describe.each(crashes)('a crash at call $at (after: $after)', (crash) => {
  test('check-in and check-out make one line and say the same', async () => {
    const code = await desk.activity()
    const person = await place(code, '张三')
    expect(
      (await twice(runCheckin, { code }, { by: person, now: at('2026-11-28 08:50'), crash })).text,
    ).toContain('签到成功')
    expect((await twice(runCheckout, { code }, { by: person, now: noon, crash })).text).toContain('180 分钟')
    expect(await desk.store.hours.ofPerson(person)).toHaveLength(1)
    expect((await desk.store.days.find(person, '2026-11-28'))?.parts).toHaveLength(1)
    const row = await desk.store.signups.find(code, person)
    expect(row?.steps.map(({ state }) => state)).toEqual(['confirmed', 'arrived', 'completed'])
  })

  test('absences give every place back once', async () => {
    const code = await desk.activity()
    const [by, name] = [await worker(), `李${++messages}`]
    const people = [await place(code, `${name}甲`), await place(code, `${name}乙`)]
    const said = await twice(runNoShow, { code, who: people }, { by, now: noon, crash })
    expect(said.text).toContain(`${name}甲、${name}乙`)
    expect(await desk.store.activities.find(code)).toMatchObject({ taken: 0 })
    const rows = await desk.store.signups.ofActivity(code, ['no_show'])
    expect(rows.filter(({ owesPlace }) => owesPlace === undefined)).toHaveLength(2)
  })

  test('added hours are one verified line', async () => {
    const code = await desk.activity()
    const [by, person] = [await worker(), await desk.person('王五')]
    const said = await twice(runAddHours, { code, who: person, minutes: 120 }, { by, now: noon, crash })
    expect(said.text).toContain('已核实')
    const lines = await desk.store.hours.ofPerson(person)
    expect(lines).toMatchObject([{ state: 'verified', minutes: 120, correction: true }])
    expect(lines[0]?.verifiers).toHaveLength(1)
    expect(await desk.store.signups.find(code, person)).toMatchObject({ state: 'completed' })
  })
})

describe('a timer that dies half way', () => {
  const told = new Map<string, number>()
  const deps = (now: Date, dies: boolean): AttendanceDeps => ({
    store: desk.store,
    zone: 'Asia/Shanghai',
    rules: defaultRules,
    now,
    notify: async () => undefined,
    counted: () => undefined,
    tell: async (tellings) => {
      if (dies) throw new Crash()
      for (const { key } of tellings) told.set(key, (told.get(key) ?? 0) + 1)
      return new Set(tellings.map(({ person }) => person))
    },
  })
  const timerOf = (kind: AttendanceKind, code: string) => ({
    _id: `${kind}:${code}`,
    kind,
    due: attendanceTimes(plan)[kind],
    data: { activity: code },
  })

  test('tells everybody under the same key as before', async () => {
    const code = await desk.activity()
    const people = [await place(code, '赵一'), await place(code, '钱二')]
    const timer = timerOf('remind-day', code)
    await expect(remind(timer, deps(timer.due, true))).rejects.toThrow(Crash)
    await remind(timer, deps(timer.due, false))
    expect([...told.keys()].toSorted()).toEqual(people.map((person) => `${timer._id}/${person}`).toSorted())
    const [prompt] = await desk.store.prompts.open(people[0] ?? '', timer.due, 'any')
    expect(prompt).toMatchObject({ kind: 'reminder', activity: code, token: timer._id })
  })

  test('an answer that came meanwhile stays', async () => {
    const code = await desk.activity()
    const person = await place(code, '孙三')
    const timer = timerOf('remind-hours', code)
    await remind(timer, deps(timer.due, false))
    const [prompt] = await desk.store.prompts.open(person, timer.due, 'answer')
    await desk.store.prompts.answer(prompt ?? { _id: '', token: '' }, 'answer', 'yes')
    await remind(timer, deps(timer.due, false))
    expect(await desk.store.prompts.open(person, timer.due, 'another')).toEqual([])
  })

  test('leaves one unclaimed line for each, however often it rings', async () => {
    const code = await desk.activity()
    const person = await place(code, '李四')
    await desk.run(runCheckin, { code }, { by: person, now: at('2026-11-28 09:30') })
    const timer = timerOf('leave-checkout', code)
    for (let n = 0; n < 2; n++) await leaveCheckout(timer, deps(timer.due, false))
    expect(await desk.store.hours.ofPerson(person)).toMatchObject([
      { claimed: 150, unclaimed: true, by: 'system', state: 'pending' },
    ])
  })
})
