import { expect, test } from 'vitest'
import { removeDemo } from '../../scripts/demo/remove.ts'
import { seedDemo } from '../../scripts/demo/seed.ts'
import { sumTallies } from '../../src/domain/tally.ts'
import { openCommandStore } from '../support/command-store.ts'

const time = { now: new Date('2026-11-24T02:00:00Z'), zone: 'Asia/Shanghai' }

test('the demo is put in once, marked, with something to join and something to count', async () => {
  const { store, close } = await openCommandStore()
  expect(await seedDemo(store, time)).toBe(true)
  expect(await seedDemo(store, time)).toBe(false)

  const teams = await store.teams.all()
  expect(teams.filter(({ kind }) => kind === 'station')).toHaveLength(12)
  expect(teams.map(({ _id }) => _id)).not.toContain('南园队')
  const upcoming = await store.activities.upcoming({ now: time.now, limit: 50 })
  expect(upcoming).toHaveLength(12)
  for (const activity of upcoming) {
    expect(activity.title).toMatch(/（演示）$/)
    const confirmed = await store.signups.ofActivity(activity._id, ['confirmed'])
    expect(confirmed).toHaveLength(activity.taken)
    expect(activity.taken).toBeLessThan(activity.places)
  }
  expect(await store.people.model.countDocuments({ demo: true })).toBe(40)
  const days = { from: '2026-07-01', to: '2026-11-24' }
  const [sum] = sumTallies(await store.tallies.months(days, time.zone), {
    ...days,
    reach: 'all',
    until: time.now,
  })
  expect(sum?.attendances).toBeGreaterThan(100)
  await close()
})

test('it goes with all that hangs on it, leaves what is real, and does not come again', async () => {
  const { store, person, activity, signUp, close } = await openCommandStore()
  await seedDemo(store, time)
  const [one] = await store.activities.upcoming({ now: time.now, limit: 1 })
  const demoPerson = await store.people.model.findOne({ demo: true, 'grants.role': 'volunteer' }).lean()
  const code = one?._id ?? ''
  const zhang = await person('张三', [{ role: 'leader', scope: { kind: 'team', name: '梅林普法队' } }])
  await signUp(code, zhang)
  await store.people.commit(zhang, { code, start: time.now, end: time.now, key: 'k' }, new Date(0))
  const real = await activity({ taken: 1 })
  await signUp(real, demoPerson?._id ?? '')

  await removeDemo(store, time.now)
  // The team 张三 leads, its station, and the station of the real activity.
  expect((await store.teams.all()).map(({ _id }) => _id).sort()).toEqual(['南园站', '梅林普法队', '梅林站'])
  expect(await store.activities.model.distinct('_id')).toEqual([real])
  expect((await store.activities.find(real))?.taken).toBe(0)
  expect(await store.people.model.distinct('_id')).toEqual([zhang])
  expect((await store.people.find(zhang))?.commitments).toEqual([])
  expect(await store.signups.model.countDocuments()).toBe(0)
  expect(await store.hours.model.countDocuments()).toBe(0)
  expect(await seedDemo(store, time)).toBe(false)
  await close()
})

test('a crash half way is made good at the next start; a database with real people is left alone', async () => {
  const { store, person, close } = await openCommandStore()
  await seedDemo(store, time)
  await store.marks.clear('demo')
  expect(await seedDemo(store, time)).toBe(true)
  expect(await store.people.model.countDocuments()).toBe(40)
  await store.marks.clear('demo')
  await person('张三')
  expect(await seedDemo(store, time)).toBe(false)
  await close()
})
