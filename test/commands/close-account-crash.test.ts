import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCloseAccount } from '../../src/commands/close-account/run.ts'
import { ringClosing } from '../../src/commands/close-person.ts'
import { runSignup } from '../../src/commands/signup/run.ts'
import type { Grant } from '../../src/domain/roles.ts'
import { defaultRules } from '../../src/rules.ts'
import { at } from '../support/command-store.ts'
import { Crash, crashingStore } from '../support/crashing-store.ts'
import { openPlacesDesk, type PlacesDesk } from '../support/places-desk.ts'

// Closing an account dies between any two of its calls to the database. What it leaves behind is finished by the
// message's next run, by the timer, or by the next thing the person says.

let desk: PlacesDesk
beforeAll(async () => {
  desk = await openPlacesDesk()
})
afterAll(() => desk.close())

const now = at('2026-11-24 10:00')
const sure = { sure: true, confirm: true }
let made = 0

/** Somebody with a chat account, two places, one offer to wait for, a line of hours with words, and a certificate. */
async function somebody() {
  const name = `张三${++made}`
  const person = await desk.person(name)
  const other = await desk.person('李四')
  const day = String(1 + (made % 20)).padStart(2, '0')
  const [mine, second, full] = await Promise.all(
    ['09', '12', '15'].map((hour) =>
      desk.activity({
        places: 1,
        start: at(`2026-12-${day} ${hour}:00`),
        end: at(`2026-12-${day} ${Number(hour) + 2}:00`),
      }),
    ),
  )
  if (!mine || !second || !full) throw new Error('no activities')
  await desk.run(runSignup, { codes: [mine, second] }, { by: person, now })
  await desk.run(runSignup, { codes: [full] }, { by: other, now })
  await desk.run(runSignup, { codes: [full], wait: true }, { by: person, now })
  await desk.run(runSignup, { codes: [mine], wait: true }, { by: other, now })
  await desk.store.identities.add({
    _id: `test:${name}`,
    platform: 'test',
    account: 'default',
    user: name,
    name,
    person,
    seenAt: now,
  })
  const line = `H-${made}`
  await desk.store.hours.add({
    _id: line,
    person,
    activity: mine,
    category: '老人服务',
    date: '2026-11-01',
    start: at('2026-11-01 09:00'),
    end: at('2026-11-01 12:00'),
    claimed: 180,
    planned: 180,
    minutes: 180,
    state: 'verified',
    by: person,
    claimedAt: now,
    note: `${name}写的`,
    verifiers: [],
    verifiedAt: now,
    key: line,
  })
  const content = { kind: 'lines' as const, lines: [] }
  await desk.store.certificates.issue(
    {
      _id: line,
      person,
      period: { from: '2026-11-01', to: '2026-11-01' },
      minutes: 180,
      issuedAt: now,
      key: line,
    },
    { locale: 'zh-CN', org: '测试', name, content },
  )
  const said = { key: line, at: now, did: 'said' as const, text: `${name}说灯坏了` }
  const reported = [
    [{ person }, person],
    [{}, `test:${name}`],
  ] as const
  for (const [index, [report, by]] of reported.entries())
    await desk.store.reports.add({
      _id: `F-${made}-${index}`,
      ...report,
      by: `test:${name}`,
      state: 'open',
      at: now,
      dueAt: now,
      steps: [{ ...said, by }],
      key: `${line}-${index}`,
    })
  return { person, other, name, codes: [mine, second, full], line }
}

/** Everything that must hold once a closing has come to its end. */
async function expectGone({ person, name, codes, line }: Awaited<ReturnType<typeof somebody>>) {
  const { store } = desk
  expect(await store.people.find(person)).toMatchObject({ name: '***', grants: [], commitments: [] })
  expect(await store.identities.find(`test:${name}`)).toBeNull()
  expect(await store.hours.find(line)).toMatchObject({ minutes: 180, state: 'verified' })
  expect(await store.certificates.find(line)).toMatchObject({ minutes: 180, status: 'valid' })
  for (const code of codes)
    expect((await store.signups.find(code, person))?.state ?? 'cancelled').toBe('cancelled')
  const left = [
    await store.hours.find(line),
    await store.certificates.find(line),
    await store.prompts.model.find({ person }).lean(),
    await store.signups.model.find({ person }).lean(),
    await store.reports.model.find({ person }).lean(),
  ]
  expect(JSON.stringify(left)).not.toContain(name)
  expect(left[1]).not.toHaveProperty('sealed')
  expect(left[2]).toEqual([])
  expect(left[4]).toMatchObject(
    Array.from({ length: 2 }, () => ({
      by: person,
      state: 'closed',
      steps: [
        { by: person, did: 'said' },
        { by: person, did: 'closed' },
      ],
    })),
  )
  expect(JSON.stringify(left[4])).not.toContain('"text"')
  const later = at('2026-11-24 10:05')
  for (let n = 0; n < 3; n++) await desk.settle(later)
  for (const code of codes) {
    const { placed, taken, waiting } = await desk.standing(code)
    expect(taken).toBe(placed.length)
    expect(waiting).not.toContain(person)
  }
}

describe('a closing that dies', () => {
  test('is finished by the next run of its message, or by its timer, wherever it died', async () => {
    let died = 0
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        fc.constantFrom('rerun', 'timer'),
        async (dies, after, by) => {
          const one = await somebody()
          const message = { by: one.person, now, key: `close-${one.line}` }
          try {
            await desk.run(runCloseAccount, sure, {
              ...message,
              store: crashingStore(desk.store, { at: dies, after }),
            })
          } catch (error) {
            if (!(error instanceof Crash)) throw error
            died++
          }
          const isClosed = (await desk.store.people.find(one.person))?.closed !== undefined
          if (by === 'timer' && isClosed) {
            const [timer] = await desk.store.timers.model
              .find({ 'data.person': one.person, kind: 'finish-closing' })
              .lean()
            if (!timer) throw new Error('a closed person without a timer')
            await ringClosing(
              { ...timer, data: { person: one.person } },
              {
                store: desk.store,
                rules: defaultRules,
                now,
              },
            )
          } else {
            const said = await desk.run(runCloseAccount, sure, message)
            expect(said.text).toContain('已经注销，你的个人信息都删掉了。谢谢你为大家做的 3小时！')
            // Whoever is responsible hears of the two places, whichever run gave them back.
            expect(said.notices).toHaveLength(2)
          }
          await expectGone(one)
        },
      ),
      { numRuns: 24 },
    )
    expect(died).toBeGreaterThan(5)
  }, 90_000)

  test('said again after its end it says the same and changes nothing', async () => {
    const one = await somebody()
    const message = { by: one.person, now, key: `close-${one.line}` }
    const first = await desk.run(runCloseAccount, sure, message)
    const person = await desk.store.people.find(one.person)
    const again = await desk.run(runCloseAccount, sure, { ...message, now: at('2026-11-24 10:01') })
    expect(again.text).toBe(first.text)
    expect(await desk.store.people.find(one.person)).toEqual(person)
    await expectGone(one)
  })
})

describe('admins', () => {
  test('who close their accounts at the same moment never leave nobody', async () => {
    const everything: Grant = { role: 'admin', scope: { kind: 'all' } }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), async (count) => {
        await desk.store.people.model.deleteMany({ 'grants.role': 'admin' })
        const admins = await Promise.all(
          Array.from({ length: count }, (_, i) => desk.person(`主任${i}`, [everything])),
        )
        await Promise.all(admins.map((by) => desk.run(runCloseAccount, sure, { by, now })))
        expect((await desk.store.people.withRole('admin')).length).toBeGreaterThan(0)
      }),
      { numRuns: 12 },
    )
  })
})
