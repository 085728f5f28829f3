import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTop } from '../../src/commands/top/run.ts'
import { at, openCommandStore, type CommandStore } from '../support/command-store.ts'

let desk: CommandStore
let chen: string
const numbers: string[] = []
beforeAll(async () => {
  desk = await openCommandStore()
  chen = await desk.person('陈主任', [{ role: 'admin', scope: { kind: 'all' } }])
  for (const [i, minutes] of [60, 180, 120, 120, 30, 20].entries()) {
    const person = await desk.person(`义工${i}`)
    numbers.push(person)
    await serve(person, minutes, '2026-11-03')
  }
  await serve(numbers[0] ?? '', 600, '2025-11-03')
})
afterAll(() => desk.close())

async function serve(person: string, minutes: number, date: string): Promise<void> {
  const _id = await desk.store.counters.next('hours')
  const start = at(`${date} 08:00`)
  await desk.store.hours.add({
    _id,
    person,
    activity: 'A1',
    category: '老人服务',
    date,
    start,
    end: new Date(start.getTime() + minutes * 60_000),
    claimed: minutes,
    planned: minutes,
    minutes,
    state: 'verified',
    by: person,
    claimedAt: start,
    verifiers: [],
    verifiedAt: at('2026-11-04 09:00'),
    key: _id,
  })
}

const now = at('2026-11-24 10:00')

test('who has most verified hours this year, with names for the asker alone; equals share a place', async () => {
  const { text } = await desk.run(runTop, { count: 4 }, { by: chen, now })
  expect(text.split('\n')).toEqual([
    '时长排行 今年（2026年1月1日至2026年11月24日），核实截至 2026年11月24日 10:00',
    `1. ${numbers[1]} 义工1：3.0 小时（180 分钟）`,
    `2. ${numbers[2]} 义工2：2.0 小时（120 分钟）`,
    `2. ${numbers[3]} 义工3：2.0 小时（120 分钟）`,
    `4. ${numbers[0]} 义工0：1.0 小时（60 分钟）`,
  ])
})

test('in a room six lines of numbers, no names', async () => {
  const place = { kind: 'room' as const, key: 'r', name: 'r', team: undefined }
  const reply = await desk.run(runTop, {}, { by: chen, now, place })
  expect(reply.text.split('\n')).toHaveLength(6)
  expect(reply.text).not.toContain('义工')
  expect(reply.text).toContain(`1. ${numbers[1]}：3.0 小时`)
  expect(reply.private?.split('\n')).toHaveLength(7)
})

test('another period, and one with nothing in it', async () => {
  const year = (name: string) => ({ from: `${name}-01-01`, to: `${name}-12-31`, name })
  expect((await desk.run(runTop, { period: year('2025') }, { by: chen, now })).text).toContain(
    `1. ${numbers[0]} 义工0：10.0 小时（600 分钟）`,
  )
  expect((await desk.run(runTop, { period: year('2024') }, { by: chen, now })).text).toContain(
    '还没有已核实的记录。',
  )
  expect((await desk.run(runTop, { period: year('2027') }, { by: chen, now })).text).toContain('还没开始')
})
