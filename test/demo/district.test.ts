import { expect, test } from 'vitest'
import { removeDemo } from '../../scripts/demo/remove.ts'
import { seedDistrict } from '../../scripts/district/seed.ts'
import { mostMinutesADay } from '../../src/domain/hours.ts'
import { sumTallies } from '../../src/domain/tally.ts'
import { runStats } from '../../src/commands/stats/run.ts'
import { openCommandStore } from '../support/command-store.ts'

const time = { now: new Date('2026-11-24T02:00:00Z'), zone: 'Asia/Shanghai' }
const wish = { ...time, people: 120, attendances: 400, say: () => undefined }

test('the district is put in: stations, teams, people, eleven years of hours, figures that add up', async () => {
  const { store, person, run, close } = await openCommandStore()
  await seedDistrict(store, wish)
  const teams = await store.teams.all()
  const count = (kind: string) => teams.filter((team) => team.kind === kind).length
  expect([count('station'), count('service'), count('group')]).toEqual([12, 62, 30])
  expect(await store.people.model.countDocuments({ demo: true })).toBe(120)
  expect(await store.hours.model.countDocuments()).toBe(400)
  expect(await store.signups.model.countDocuments({ state: 'completed' })).toBe(400)
  expect(await store.activities.model.distinct('category')).toHaveLength(9)

  const lines = await store.hours.model.find({
    state: 'verified',
    date: { $gte: '2025-01-01', $lte: '2025-12-31' },
  })
  const year = { from: '2025-01-01', to: '2025-12-31' }
  const [sum] = sumTallies(await store.tallies.months(year, time.zone), {
    ...year,
    reach: 'all',
    until: time.now,
  })
  expect(sum?.attendances).toBe(lines.length)
  expect(sum?.minutes).toBe(lines.reduce((all, { minutes }) => all + minutes, 0))
  const days = await store.days.model.find().lean()
  expect(days.every(({ parts }) => parts.length === 1 && (parts[0]?.minutes ?? 0) <= mostMinutesADay)).toBe(
    true,
  )

  const chen = await person('陈主任', [{ role: 'admin', scope: { kind: 'all' } }])
  const { text } = await run(runStats, { period: { ...year, name: '2025' } }, { by: chen, now: time.now })
  expect(text).toContain('满员率')
  expect(text).toContain('到场率')
  await close()
})

test('the same wish makes the same district, and taking it out leaves nothing', async () => {
  const [one, other] = [await openCommandStore(), await openCommandStore()]
  for (const { store } of [one, other]) await seedDistrict(store, wish)
  const linesOf = ({ store }: typeof one) =>
    store.hours.model
      .find({}, { _id: 1, person: 1, activity: 1, date: 1, minutes: 1, state: 1 })
      .sort({ _id: 1 })
      .lean()
  expect(await linesOf(one)).toEqual(await linesOf(other))

  const { store } = one
  await seedDistrict(store, wish)
  expect(await store.hours.model.countDocuments()).toBe(400)
  await removeDemo(store, time.now)
  for (const { model } of [
    store.teams,
    store.people,
    store.activities,
    store.signups,
    store.hours,
    store.days,
    store.timers,
  ])
    expect([model.modelName, await model.countDocuments()]).toEqual([model.modelName, 0])
  const year = { from: '2025-01-01', to: '2025-12-31' }
  expect(
    sumTallies(await store.tallies.months(year, time.zone), { ...year, reach: 'all', until: time.now }),
  ).toEqual([])
  expect(await store.registrations.before(time.now, time.zone)).toBe(0)
  await Promise.all([one.close(), other.close()])
})
