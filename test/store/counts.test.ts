import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareStore } from '../../src/store/prepare.ts'
import { at, openCommandStore, type CommandStore } from '../support/command-store.ts'

const zone = 'Asia/Shanghai'
let desk: CommandStore
beforeAll(async () => void (desk = await openCommandStore()))
afterAll(() => desk.close())

test('how many were registered on a day, whoever came since', async () => {
  const { store, person } = desk
  await person('张三', [], at('2025-12-31 23:59'))
  await person('李四', [], at('2026-01-01 00:00'))
  await person('王五', [], at('2026-03-10 09:00'))
  const before = (moment: string) => store.registrations.before(at(moment), zone)
  expect(await before('2026-01-01 00:00')).toBe(1)
  expect(await before('2026-03-10 09:00')).toBe(2)
  expect(await before('2026-03-10 09:01')).toBe(3)
  // Late: accepted in January, written only now.
  await person('赵六', [], at('2026-01-20 09:00'))
  expect(await before('2026-02-01 00:00')).toBe(3)
  await store.people.model.deleteOne({ name: '李四' })
  await store.registrations.invalidate()
  expect(await before('2026-02-01 00:00')).toBe(2)
})

test('many at once count the same, and each mark goes', async () => {
  const { store, person } = desk
  await Promise.all(Array.from({ length: 20 }, (_, n) => person(`同来的${n}`, [], at('2026-05-05 09:00'))))
  const counts = await Promise.all(
    Array.from({ length: 4 }, () => store.registrations.before(at('2026-06-01 00:00'), zone)),
  )
  expect(new Set(counts)).toEqual(new Set([23]))
  expect(await store.people.model.countDocuments({ uncounted: { $exists: true } })).toBe(0)
})

test('what an earlier version left uncounted is counted at the next start', async () => {
  const { store, activity, signUp, person } = desk
  const code = await activity({ start: at('2026-07-04 09:00'), end: at('2026-07-04 12:00') })
  const zhou = await person('周七', [], at('2026-07-01 09:00'))
  await signUp(code, zhou)
  await store.people.model.updateOne({ _id: zhou }, { $unset: { uncounted: 1 } })
  await store.signups.model.updateOne({ person: zhou }, { state: 'completed', $unset: { uncounted: 1 } })
  await store.marks.clear('counts-kept')

  await prepareStore(store)
  expect(await store.registrations.before(at('2026-08-01 00:00'), zone)).toBe(24)
  const july = { from: at('2026-07-01 00:00'), to: at('2026-08-01 00:00'), reach: 'all' as const }
  expect(await store.turnouts.figures(july)).toMatchObject({ activities: 1, came: 1, missed: 0 })
})
