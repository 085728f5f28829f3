import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runStats, type StatsArgs } from '../../src/commands/stats/run.ts'
import type { Grant } from '../../src/domain/roles.ts'
import type { HoursEntry } from '../../src/store/hours.ts'
import { at, openCommandStore, type CommandStore } from '../support/command-store.ts'

/** A small generator with a seed: the figures differ from line to line and are the same in every run. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const teams = [
  { team: '南园队', station: '南园站' },
  { team: '华强队', station: '南园站' },
  { team: '沙头队', station: '沙头站' },
  {},
]
const categories = ['老人服务', '环保服务', '法律援助']
const states = ['verified', 'verified', 'verified', 'pending', 'rejected'] as const
const year = { from: '2026-01-01', to: '2026-12-31', name: '2026' }

let desk: CommandStore
let lines: HoursEntry[]
let admin: string
beforeAll(async () => {
  desk = await openCommandStore()
  const of = (name: string): Grant[] => [{ role: 'volunteer', scope: { kind: 'team', name } }]
  admin = await desk.person('陈主任', [{ role: 'admin', scope: { kind: 'all' } }])
  const people = [admin]
  for (let n = 0; n < 9; n++) people.push(await desk.person(`义工${n}`, of(n < 4 ? '南园队' : '沙头队')))
  await desk.person('后来的', [], at('2026-11-25 09:00'))
  const pick = numbers(7)
  lines = Array.from({ length: 600 }, (_, n): HoursEntry => {
    const date = `2026-${String(1 + pick(12)).padStart(2, '0')}-${String(1 + pick(28)).padStart(2, '0')}`
    const minutes = 1 + pick(400)
    const state = states[pick(states.length)] ?? 'verified'
    return {
      ...teams[pick(teams.length)],
      _id: `H${n}`,
      person: people[pick(people.length)] ?? admin,
      activity: 'A1',
      category: categories[pick(categories.length)] ?? '',
      date,
      start: at(`${date} 09:00`),
      end: at(`${date} 17:00`),
      claimed: 400,
      planned: 480,
      minutes,
      state,
      by: admin,
      claimedAt: at(`${date} 18:00`),
      verifiers: [],
      ...(state === 'verified' && { verifiedAt: at(`${date} 20:00`) }),
      key: `k${n}`,
    }
  })
  // Five hours are not over five hours; a minute more is.
  for (const minutes of [300, 301]) {
    const [like] = lines
    const person = await desk.person(`做了${minutes}分钟`, [], at('2026-11-25 09:00'))
    const when = { date: '2026-06-01', verifiedAt: at('2026-06-02 09:00') }
    if (like)
      lines.push({ ...like, ...when, _id: `H-${person}`, state: 'verified', person, minutes, key: person })
  }
  await desk.store.hours.model.insertMany(lines)
})
afterAll(() => desk.close())

const now = at('2026-11-24 10:00')
const ask = (args: StatsArgs, by = admin) => desk.run(runStats, args, { by, now })

/** What counts, added up once more by hand. */
function recount(fits: (line: HoursEntry) => boolean) {
  const counted = lines.filter(
    (line) => line.state === 'verified' && (line.verifiedAt ?? now) <= now && fits(line),
  )
  return {
    minutes: counted.reduce((sum, { minutes }) => sum + minutes, 0),
    attendances: counted.length,
    people: new Set(counted.map(({ person }) => person)).size,
    active: [...new Set(counted.map(({ person }) => person))].filter(
      (one) =>
        counted.filter(({ person }) => person === one).reduce((sum, { minutes }) => sum + minutes, 0) > 300,
    ).length,
  }
}

/** The rows below the heading of a grouping. */
const rowsOf = (text: string) =>
  text
    .slice(text.search(/^按.+：$/m))
    .split('\n')
    .slice(1)

const hours = (minutes: number) => (Math.round(minutes / 6) / 10).toFixed(1)

describe('figures carry numerator, denominator, period and basis', () => {
  test('the month so far, when no period is said', async () => {
    const month = recount(({ date }) => date.startsWith('2026-11') && date <= '2026-11-24')
    const lastYear = recount(({ date }) => date >= '2025-11-25' && date <= '2026-11-24')
    const fullTimeHours = 260 * 8 * (24 / 365)
    expect((await ask({})).text.split('\n')).toEqual([
      '统计 本月（2026年11月1日至2026年11月24日），范围：全部，核实截至 2026年11月24日 10:00',
      `登记义工 10 人；活跃 ${lastYear.active} 人（到2026年11月24日的一年里核实超过 5 小时）`,
      `参与 ${month.attendances} 人次，来自 ${month.people} 人（按已核实的记录）`,
      `核实 ${hours(month.minutes)} 小时（${month.minutes} 分钟）；人均 ${hours(month.minutes / 10)} 小时 = ${hours(month.minutes)} ÷ 登记 10 人`,
      `折合全职 ${(month.minutes / 60 / fullTimeHours).toFixed(1)} 人 = ${hours(month.minutes)} 小时 ÷ ${fullTimeHours.toFixed(1)} 小时（260 天 × 8 小时 × 0.066 年）`,
      `从报时长到核实平均 0.0 个工作日 = 0 个工作日 ÷ ${month.attendances} 条记录`,
    ])
  })

  test('a period is right to the minute at both ends, and never reaches beyond today', async () => {
    const quarter = { from: '2026-07-01', to: '2026-09-30', name: '上季度' }
    const { minutes, attendances } = recount(({ date }) => date >= quarter.from && date <= quarter.to)
    const { text } = await ask({ period: quarter })
    expect(text).toContain('统计 上季度（2026年7月1日至2026年9月30日）')
    expect(text).toContain(`（${minutes} 分钟）`)
    expect(text).toContain(`参与 ${attendances} 人次`)
    expect((await ask({ period: year })).text).toContain('（2026年1月1日至2026年11月24日）')
    const coming = { from: '2026-12-01', to: '2026-12-31', name: '12月' }
    expect((await ask({ period: coming })).text).toBe('12月还没开始，没有数字。')
  })

  test('the survey’s sum: 16,000 people with 15 hours each are 115.4 full-time people, not 578', async () => {
    const own = await openCommandStore()
    try {
      const boss = await own.person('陈主任', [{ role: 'admin', scope: { kind: 'all' } }])
      const [line] = lines
      if (!line) throw new Error('there are lines')
      const big = {
        ...line,
        state: 'verified' as const,
        date: '2025-06-01',
        verifiedAt: at('2025-06-02 09:00'),
      }
      await own.store.hours.model.create({ ...big, minutes: 16_000 * 15 * 60 })
      const period = { from: '2025-01-01', to: '2025-12-31', name: '2025' }
      const { text } = await own.run(runStats, { period }, { by: boss, now })
      expect(text).toContain('折合全职 115.4 人 = 240000.0 小时 ÷ 2080.0 小时（260 天 × 8 小时 × 1.000 年）')
    } finally {
      await own.close()
    }
  })
})

describe('rows add up to the whole', () => {
  test.each([
    ['team', (line: HoursEntry) => line.team],
    ['station', (line: HoursEntry) => line.station],
    ['category', (line: HoursEntry) => line.category],
    ['month', (line: HoursEntry) => line.date.slice(0, 7)],
  ] as const)('by %s', async (by, group) => {
    const { text } = await ask({ period: year, by })
    const rows = rowsOf(text)
    const names = [...new Set(lines.map(group))]
    const expected = names
      .map((name) => ({ name: name ?? '未注明', ...recount((line) => group(line) === name) }))
      .filter(({ attendances }) => attendances > 0)
      .toSorted((a, b) => (by === 'month' ? a.name.localeCompare(b.name) : b.minutes - a.minutes))
    expect(rows).toEqual(
      expected.map(
        ({ name, minutes, attendances }) =>
          `${name}：${hours(minutes)} 小时（${minutes} 分钟），${attendances} 人次`,
      ),
    )
    const whole = recount(() => true)
    expect(expected.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(whole.minutes)
    expect(text).toContain(`（${whole.minutes} 分钟）`)
  })

  test('twelve rows at most, then the rest in one', async () => {
    const own = await openCommandStore()
    try {
      const boss = await own.person('陈主任', [{ role: 'admin', scope: { kind: 'all' } }])
      const made = Array.from({ length: 15 }, (_, n) => ({
        ...lines[0],
        _id: `H${n}`,
        state: 'verified',
        team: `队${n}`,
        date: '2026-11-02',
        verifiedAt: at('2026-11-03 09:00'),
        minutes: 60 * (n + 1),
      }))
      await own.store.hours.model.insertMany(made)
      const { text } = await own.run(runStats, { by: 'team' }, { by: boss, now })
      const rows = rowsOf(text)
      expect(rows).toHaveLength(13)
      expect(rows[0]).toBe('队14：15.0 小时（900 分钟），1 人次')
      expect(rows[12]).toBe('其余 3 项：6.0 小时（360 分钟），3 人次')
    } finally {
      await own.close()
    }
  })
})

describe('scope', () => {
  test('a social worker sees the own teams and stations, and nothing of others', async () => {
    const wang = await desk.person(
      '王社工',
      [{ role: 'socialWorker', scope: { kind: 'station', name: '南园站' } }],
      now,
    )
    const own = recount(({ station }) => station === '南园站')
    const { text } = await ask({ period: year, by: 'team' }, wang)
    expect(text).toContain('范围：南园站')
    expect(text).toContain(`（${own.minutes} 分钟）`)
    expect(text).toContain(`参与 ${own.attendances} 人次，来自 ${own.people} 人`)
    expect(text).not.toContain('沙头队')
  })

  test('registered are the members of the own teams', async () => {
    const li = await desk.person(
      '李社工',
      [{ role: 'socialWorker', scope: { kind: 'team', name: '南园队' } }],
      now,
    )
    expect((await ask({}, li)).text).toContain('登记义工 4 人')
  })
})

test('only what was verified by the moment of asking counts, so a figure can be had again', async () => {
  const before = (await desk.run(runStats, {}, { by: admin, now })).text
  const [like] = lines
  if (!like) throw new Error('there are lines')
  await desk.store.hours.add({
    ...like,
    _id: 'H9999',
    state: 'verified',
    date: '2026-11-10',
    verifiedAt: at('2026-11-24 10:01'),
    minutes: 60,
    key: 'late',
  })
  expect((await desk.run(runStats, {}, { by: admin, now })).text).toBe(before)
  const later = (await desk.run(runStats, {}, { by: admin, now: at('2026-11-24 10:02') })).text
  const minutes = (text: string) => Number(/（(\d+) 分钟）/.exec(text)?.[1])
  expect(minutes(later) - minutes(before)).toBe(60)
})

test('in English', async () => {
  const { text } = await desk.run(runStats, { by: 'category' }, { by: admin, now, locale: 'en' })
  expect(text).toContain(
    'Statistics this month (1 Nov 2026 to 24 Nov 2026), scope: everywhere, verified until 24 Nov 2026 10:00',
  )
  expect(text).toMatch(/Full-time people \d+\.\d = [\d.]+ h ÷ 136\.8 h \(260 days × 8 h × 0\.066 years\)/)
  expect(text).toContain('By category:')
})
