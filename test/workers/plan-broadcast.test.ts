import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultRules } from '../../src/rules.ts'
import { sliceSize, type Target } from '../../src/store/broadcast-targets.ts'
import { chunk, runPlanBroadcast } from '../../workers/plan-broadcast/run.ts'
import { at, openCommandStore, type CommandStore } from '../support/command-store.ts'

let desk: CommandStore
beforeAll(async () => {
  desk = await openCommandStore()
})
afterAll(() => desk.close())

const zone = 'Asia/Shanghai'
const sentAt = at('2026-11-24 10:00')

/** A broadcast to one room and to so many people, frozen and not yet planned. */
async function frozen(people: number, key?: string) {
  const { store } = desk
  const _id = await store.counters.next('broadcast')
  const room: Target = { platform: 'standard', account: 'default', kind: 'room', id: 'r-1' }
  const somebody = (_: unknown, n: number): Target => ({
    platform: 'standard',
    account: 'default',
    kind: 'person',
    id: `u-${n}`,
    person: `V${n}`,
  })
  await store.broadcasts.add({
    _id,
    kind: 'call',
    activity: 'A12',
    audience: '南园队',
    said: '南园队',
    locale: 'zh-CN',
    scope: [{ team: '南园队' }],
    text: '【召集】A12',
    quickReplies: ['报名A12'],
    targets: [room, ...Array.from({ length: people }, somebody)],
    rooms: 1,
    people,
    leftOut: [],
    cursor: 0,
    state: 'planning',
    by: 'V000001',
    at: sentAt,
    key: key ?? `message-${_id}`,
  })
  return _id
}

const rowsOf = (code: string) => desk.store.outbox.model.countDocuments({ broadcast: code })
const plan = (code: string, feed = async (): Promise<void> => undefined) =>
  runPlanBroadcast(
    { code },
    { store: desk.store, feed, now: sentAt.getTime.bind(sentAt), rules: defaultRules, zone },
  )

test('each target gets one row in the slow lane, for a day', async () => {
  const code = await frozen(1)
  await plan(code)
  expect(await desk.store.outbox.find(`${code}#0`)).toMatchObject({
    to: { kind: 'room', id: 'r-1' },
    conversation: 'standard:default:room:r-1',
    lane: 'bulk',
    state: 'queued',
    broadcast: code,
    giveUpAt: at('2026-11-25 10:00'),
  })
  const claimed = await desk.store.outbox.claim(`${code}#1`, {
    token: 't',
    now: sentAt,
    leaseUntil: at('2026-11-24 10:01'),
    calling: false,
  })
  expect(claimed).toMatchObject({
    person: 'V0',
    content: { text: '【召集】A12', quickReplies: ['报名A12'] },
  })
  expect((await desk.store.broadcasts.find(code))?.state).toBe('planned')
})

test('the first messages go out after the first chunk, the others when all are written', async () => {
  const code = await frozen(2 * chunk + 10)
  const seen: number[] = []
  await plan(code, async () => void seen.push(await rowsOf(code)))
  expect(seen).toEqual([chunk, 2 * chunk + 11])
})

test('a plan that failed goes on where it stopped, and doubles nothing', async () => {
  const code = await frozen(2 * chunk)
  await expect(plan(code, () => Promise.reject(new Error('Redis is away')))).rejects.toThrow('Redis is away')
  expect([await rowsOf(code), (await desk.store.broadcasts.find(code))?.cursor]).toEqual([chunk, chunk])
  await plan(code)
  expect(await rowsOf(code)).toBe(2 * chunk + 1)
  await plan(code)
  expect(await rowsOf(code)).toBe(2 * chunk + 1)
})

test('rows of a chunk whose cursor was lost in a crash stay as they are', async () => {
  const code = await frozen(chunk)
  await plan(code)
  await desk.store.outbox.cancel(`${code}#3`, 'opted out', sentAt)
  await desk.store.broadcasts.model.updateOne({ _id: code }, { cursor: 0, state: 'planning' })
  await plan(code)
  expect(await rowsOf(code)).toBe(chunk + 1)
  expect((await desk.store.outbox.find(`${code}#3`))?.state).toBe('failed')
})

test('a broadcast that is withdrawn meanwhile gets no more rows and stays withdrawn', async () => {
  const code = await frozen(2 * chunk)
  const withdraw = async () =>
    void (await desk.store.broadcasts.model.updateOne({ _id: code }, { state: 'withdrawn' }))
  await plan(code, withdraw)
  expect(await rowsOf(code)).toBe(chunk)
  expect((await desk.store.broadcasts.find(code))?.state).toBe('withdrawn')
})

test('a message that runs twice at once goes out once, and the list of the other run is nobody’s', async () => {
  const codes = await Promise.all([frozen(sliceSize, 'said twice'), frozen(sliceSize, 'said twice')])
  for (const code of codes) await plan(code)
  const rows = await Promise.all(codes.map(rowsOf))
  expect(rows.toSorted((a, b) => a - b)).toEqual([0, sliceSize + 1])
})

test('a broadcast whose list is forgotten comes to its end', async () => {
  const code = await frozen(2 * chunk)
  await desk.store.broadcastTargets.model.deleteMany({})
  await plan(code)
  expect((await desk.store.broadcasts.find(code))?.state).toBe('planned')
})

test('a broadcast nobody knows is nothing to do', async () => {
  await expect(plan('B0')).resolves.toBeUndefined()
})
