import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runStats, type StatsArgs } from '../../src/commands/stats/run.ts'
import type { HoursEntry } from '../../src/store/hours.ts'
import { postActivity } from '../support/post-activity.ts'
import { at, openCommandStore, type CommandStore } from '../support/command-store.ts'

let desk: CommandStore
let chen: string
let wang: string
let zhang: string
let li: string
beforeAll(async () => {
  desk = await openCommandStore()
  const long = at('2024-01-01 09:00')
  chen = await desk.person('陈主任', [{ role: 'admin', scope: { kind: 'all' } }], long)
  wang = await desk.person(
    '王社工',
    [{ role: 'socialWorker', scope: { kind: 'team', name: '南园队' } }],
    long,
  )
  zhang = await desk.person('张三', [{ role: 'leader', scope: { kind: 'team', name: '华强队' } }], long)
  li = await desk.person('李四', [], at('2026-11-01 09:00'))
})
afterAll(() => desk.close())

const now = at('2026-11-24 10:00')
const ask = (args: StatsArgs, by = chen, when = now) => desk.run(runStats, args, { by, now: when })

/** A line verified by 王社工, claimed at noon of its day. */
async function serve(
  said: Pick<HoursEntry, 'person' | 'date' | 'minutes'> & { team?: string; verified: string },
): Promise<HoursEntry> {
  const { verified, team = '南园队', ...rest } = said
  const _id = await desk.store.counters.next('hours')
  const verifiedAt = at(verified)
  const entry: HoursEntry = {
    ...rest,
    _id,
    team,
    activity: 'A1',
    category: '老人服务',
    start: at(`${rest.date} 09:00`),
    end: at(`${rest.date} 12:00`),
    claimed: 180,
    planned: 180,
    state: 'verified',
    by: rest.person,
    claimedAt: at(`${rest.date} 12:00`),
    verifiers: [{ person: wang, key: _id, at: verifiedAt, minutes: rest.minutes, to: 'verified' }],
    verifiedAt,
    key: _id,
  }
  await desk.store.hours.add(entry)
  return entry
}

describe('截至', () => {
  test('what was reported can be had again to the letter, whatever was verified or corrected since', async () => {
    const first = await serve({
      person: zhang,
      date: '2026-11-02',
      minutes: 180,
      verified: '2026-11-03 10:00',
    })
    await serve({ person: li, date: '2026-11-03', minutes: 120, verified: '2026-11-05 17:00' })
    const line = ({ text }: { text: string }) => text.split('\n').find((one) => one.startsWith('核实 '))
    const reported = await ask({}, chen, at('2026-11-05 23:59'))
    expect(line(reported)).toContain('核实 5.0 小时（300 分钟）')

    await serve({ person: li, date: '2026-11-04', minutes: 60, verified: '2026-11-06 09:00' })
    await desk.store.hoursCorrections.add(first, [], {
      minutes: 0,
      by: wang,
      key: 'c1',
      at: at('2026-11-07 09:00'),
      reason: '没有到',
    })
    const again = await ask({ until: '2026-11-05' })
    expect(line(again)).toBe(line(reported))
    expect(again.text).toContain(
      '统计 本月（2026年11月1日至2026年11月5日），范围：全部，核实截至 2026年11月5日\n',
    )
    expect(again.text).toContain('参与 2 人次，来自 2 人')
    expect((await ask({ until: '2026-11-06' })).text).toContain('核实 6.0 小时（360 分钟）')
    const after = await ask({ until: '2026-11-07' })
    expect(after.text).toContain('核实 3.0 小时（180 分钟）')
    expect(after.text).toContain('参与 2 人次，来自 1 人')
  })

  test('says that rates of signing up and coming are left out, where there was something to fill', async () => {
    await postActivity(desk.store, { start: at('2026-10-03 09:00'), end: at('2026-10-03 12:00') })
    const left = '满员率、到场率没有按天留底，带「截至」时不算；不说「截至」就有现在的。'
    const period = { from: '2026-10-01', to: '2026-10-31', name: '10月' }
    expect((await ask({ period, until: '2026-10-20' })).text).toContain(left)
    expect((await ask({ period })).text).not.toContain(left)
  })

  test('a period that had not begun by then has no figures', async () => {
    const november = { from: '2026-11-01', to: '2026-11-30', name: '11月' }
    expect((await ask({ period: november, until: '2026-10-31' })).text).toBe('11月还没开始，没有数字。')
  })
})

test('同比 sets the same days a year before beside it, as far as they were verified at the same point', async () => {
  await serve({ person: zhang, date: '2025-11-10', minutes: 240, verified: '2025-11-12 09:00' })
  await serve({ person: zhang, date: '2025-11-20', minutes: 240, verified: '2025-12-20 09:00' })
  await serve({ person: zhang, date: '2025-11-26', minutes: 240, verified: '2025-11-27 09:00' })
  const { text } = await ask({ compare: true })
  expect(text).toContain('同比 2025年11月1日至2025年11月24日（核实截至 2025年11月24日 10:00）：')
  expect(text).toContain('时长 3.0 小时，去年同期 4.0 小时，-1.0（-25.0% = -1.0 ÷ 4.0）')
  expect(text).toContain('参与 2 人次，去年同期 1 人次，+1（+100.0% = +1 ÷ 1）')
  expect(text).toContain('登记义工 4 人，去年同期 3 人，+1（+33.3% = +1 ÷ 3）')
})

test('按社工 says who verified how much, and the load of each on average', async () => {
  const { text } = await ask({ by: 'verifier' })
  expect(text).toContain(`按核实的社工：\n${wang} 王社工：3.0 小时（180 分钟），2 人次`)
  expect(text).toContain('每位社工核实 2.0 人次 = 2 人次 ÷ 1 位社工')
})

test('lag is counted in working days and leaves corrections out', async () => {
  // Monday to Tuesday, Tuesday to Thursday, Wednesday to Friday; the correction of the first waits for nobody.
  expect((await ask({})).text).toContain('从报时长到核实平均 1.7 个工作日 = 5 个工作日 ÷ 3 条记录')
})

test('places and turnout of activities that have begun, the excused left out, those called off as well', async () => {
  const past = { start: at('2026-11-14 09:00'), end: at('2026-11-14 12:00'), places: 10 }
  const code = await desk.activity({ ...past, taken: 2 })
  await desk.activity({ ...past, state: 'cancelled', taken: 0, places: 90 })
  const people = []
  for (let n = 0; n < 5; n++) people.push(await desk.person(`来的人${n}`))
  for (const [i, to] of (['completed', 'arrived', 'no_show', 'excused'] as const).entries()) {
    const person = people[i] ?? ''
    await desk.signUp(code, person)
    const step = { key: `step-${i}`, at: at('2026-11-14 12:00'), by: wang }
    await desk.store.signups.move({ activity: code, person }, { from: ['confirmed'], to, step })
  }
  const { text } = await ask({})
  expect(text).toContain('满员率 30.0% = 有人的名额 3 ÷ 名额 10（已开始的 1 场活动）')
  expect(text).toContain('到场率 66.7% = 到场 2 ÷ 应到 3（请假 1 人次不算在内）')

  // Excused after all: the mark of the step makes the activity's turnout counted anew.
  const step = { key: 'excused-late', at: at('2026-11-15 12:00'), by: wang }
  await desk.store.signups.move(
    { activity: code, person: people[2] ?? '' },
    { from: ['no_show'], to: 'excused', step },
  )
  expect((await ask({})).text).toContain('到场率 100.0% = 到场 2 ÷ 应到 2（请假 2 人次不算在内）')
})

test('people served count by when they were noted', async () => {
  const code = await desk.activity({ start: at('2026-11-04 09:00'), end: at('2026-11-04 12:00') })
  const edit = (to: number, when: string, was?: number) => ({
    key: `served-${to}`,
    at: at(when),
    by: wang,
    field: 'served' as const,
    to,
    was,
  })
  await desk.store.activities.close(code, edit(30, '2026-11-05 09:00'))
  await desk.store.activities.close(code, edit(45, '2026-11-10 09:00', 30))
  expect((await ask({ until: '2026-11-04' })).text).not.toContain('服务对象')
  expect((await ask({ until: '2026-11-06' })).text).toContain('服务对象 30 人次（1 场已结项的活动）')
  expect((await ask({})).text).toContain('服务对象 45 人次（1 场已结项的活动）')
})

test('a leader sees the own team and no other', async () => {
  await serve({ person: li, date: '2026-11-16', minutes: 90, team: '华强队', verified: '2026-11-17 09:00' })
  const { text } = await ask({ by: 'team' }, zhang)
  expect(text).toContain('范围：华强队')
  expect(text).toContain('核实 1.5 小时（90 分钟）')
  expect(text).not.toContain('南园队')
})

test('in a room six lines at most, the rest for the asker', async () => {
  const place = { kind: 'room' as const, key: 'r', name: 'r', team: undefined }
  const { text, private: whole } = await desk.run(runStats, { compare: true }, { by: chen, now, place })
  expect(text.split('\n')).toHaveLength(6)
  expect(text).toMatch(/；其余的数字已私信给你。$/)
  expect(whole).toContain('同比')
})
