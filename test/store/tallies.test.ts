import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { groupings, sumByPerson, sumTallies, type Counted, type TallySum } from '../../src/domain/tally.ts'
import { workingDaysBetween } from '../../src/domain/working-days.ts'
import { localDate } from '../../src/domain/time/local-date.ts'
import type { HoursEntry } from '../../src/store/hours.ts'
import { tallies } from '../../src/store/tallies.ts'
import { at, openCommandStore, type CommandStore } from '../support/command-store.ts'

const zone = 'Asia/Shanghai'
let desk: CommandStore
beforeAll(async () => void (desk = await openCommandStore()))
afterAll(() => desk.close())

class Crash extends Error {}

/**
 * The tallies of a process that dies at its call number `at` to the database, before the call or when its effect is
 * there; every later call fails too.
 */
function dyingTallies(crash: { at: number; after: boolean }) {
  let calls = 0
  const wrap = <T extends object>(
    target: T,
    names: readonly string[],
    inner: Record<string, object> = {},
  ): T =>
    new Proxy(target, {
      get(object, name: string) {
        if (inner[name]) return inner[name]
        const value: unknown = Reflect.get(object, name, object)
        if (typeof value !== 'function') return value
        if (!names.includes(name)) return value.bind(object)
        return (...args: unknown[]) => {
          calls++
          if (calls > crash.at || (calls === crash.at && !crash.after)) throw new Crash()
          const result: unknown = value.apply(object, args)
          if (calls < crash.at || !(result instanceof Promise)) return result
          return result.then(() => {
            throw new Crash()
          })
        }
      },
    })
  const { connection, store } = desk
  const db = wrap(connection.db!, [], {})
  const collection = (name: string) =>
    wrap(connection.db!.collection(name), ['insertOne', 'updateOne', 'findOne'])
  const ledger = wrap(store.hours.model, ['find'], {
    collection: wrap(store.hours.model.collection, ['bulkWrite']),
  })
  const dying = wrap(connection, [], { db: wrap(db, [], { collection: collection as unknown as object }) })
  return tallies(dying, ledger)
}

const teams = [
  { team: '南园队', station: '南园站' },
  { team: '华强队', station: '南园站' },
  { team: '沙头队', station: '沙头站' },
  {},
]
const dates = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-15']

/** What counts, added up by hand from the ledger. */
function recount(lines: readonly HoursEntry[], { from, to, until, reach }: Counted, by?: string): TallySum[] {
  const counts = lines.filter(
    (line) =>
      line.state === 'verified' &&
      line.date >= from &&
      line.date <= to &&
      (line.verifiedAt ?? until) <= until &&
      (reach === 'all' ||
        reach.teams.includes(line.team ?? '') ||
        reach.stations.includes(line.station ?? '')),
  )
  const nameOf = (line: HoursEntry) =>
    by === 'month'
      ? line.date.slice(0, 7)
      : by === 'verifier'
        ? line.verifiers.at(-1)?.person
        : by
          ? line[by as 'team' | 'station' | 'category']
          : undefined
  return [...new Set(counts.map(nameOf))].map((name) => {
    const own = counts.filter((line) => nameOf(line) === name)
    const claimed = own.filter(({ correction }) => !correction)
    return {
      name,
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
      attendances: own.reduce((sum, { attendances = 1 }) => sum + attendances, 0),
      lag: claimed.reduce(
        (sum, { claimedAt, verifiedAt = claimedAt }) =>
          sum +
          workingDaysBetween(localDate(claimedAt.getTime(), zone), localDate(verifiedAt.getTime(), zone)),
        0,
      ),
      lagged: claimed.length,
    }
  })
}

/** The same for people: attendances of each, by the digits of their number. */
function recountPeople(lines: readonly HoursEntry[], counted: Counted): Record<string, number> {
  const people = [...new Set(lines.map(({ person }) => person))]
  return Object.fromEntries(
    people.flatMap((person) => {
      const [sum] = recount(
        lines.filter((line) => line.person === person),
        counted,
      )
      return sum && sum.attendances !== 0 ? [[String(Number(person.slice(1))), sum.attendances]] : []
    }),
  )
}

const byName = (a: TallySum, b: TallySum) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1)

type Act =
  | { kind: 'claim'; person: number; team: number; date: number; minutes: number }
  | { kind: 'verify'; of: number; by: number; days: number }
  | { kind: 'reject'; of: number }
  | { kind: 'correct'; of: number; minutes: number; days: number }
  | { kind: 'count'; dieAt: number; after: boolean; others: number }

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('claim' as const),
        person: fc.integer({ min: 1, max: 6 }),
        team: fc.nat(3),
        date: fc.nat(3),
        minutes: fc.integer({ min: 1, max: 480 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('verify' as const),
        of: fc.nat(),
        by: fc.integer({ min: 90, max: 92 }),
        days: fc.nat(20),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reject' as const), of: fc.nat() }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('correct' as const),
        of: fc.nat(),
        minutes: fc.nat(480),
        days: fc.nat(20),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('count' as const),
        dieAt: fc.integer({ min: 1, max: 12 }),
        after: fc.boolean(),
        others: fc.nat(2),
      }),
    },
  ),
  { minLength: 10, maxLength: 40 },
)

const number = (n: number) => `V${String(n).padStart(6, '0')}`
const day = (n: number) => new Date(at('2026-04-01 09:00').getTime() + n * 86_400_000)

/** One thing that happens to the ledger, or somebody who counts it and dies. */
async function happen(act: Act, ids: string[]): Promise<void> {
  const { store } = desk
  if (act.kind === 'count') {
    const dying = dyingTallies({ at: act.dieAt, after: act.after })
    const counts = [dying, ...Array.from({ length: act.others }, () => store.tallies)]
    await Promise.all(
      counts.map((one) =>
        one.catchUp(zone).catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error
        }),
      ),
    )
    return
  }
  if (act.kind === 'claim') {
    const _id = await store.counters.next('hours')
    const date = dates[act.date] ?? ''
    const start = at(`${date} 09:00`)
    const end = new Date(start.getTime() + act.minutes * 60_000)
    const common = { activity: 'A1', category: '老人服务', date, start, end, planned: 480, verifiers: [] }
    await store.hours.add({
      ...common,
      ...teams[act.team],
      _id,
      person: number(act.person),
      claimed: act.minutes,
      minutes: act.minutes,
      state: 'pending',
      by: number(act.person),
      claimedAt: end,
      key: `claim-${_id}`,
    })
    ids.push(_id)
    return
  }
  const id = ids[act.of % Math.max(1, ids.length)]
  const line = id && (await store.hours.find(id))
  if (!id || !line) return
  const key = `${act.kind}-${id}-${await store.counters.next('hours')}`
  if (act.kind === 'verify')
    await store.hours.verifyAll([{ id, from: 'pending', to: 'verified', minutes: line.minutes }], {
      person: number(act.by),
      key,
      at: day(act.days),
    })
  if (act.kind === 'reject') await store.hours.reject(id, { by: 'V000090', key, at: day(0), reason: '没到' })
  if (act.kind === 'correct' && line.state === 'verified')
    await store.hoursCorrections.add(line, await store.hoursCorrections.of(id), {
      minutes: act.minutes,
      by: 'V000091',
      key,
      at: day(act.days),
      reason: '记错了',
    })
}

test('whatever happens and whoever dies counting, the months say what the ledger says', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (history) => {
      const { store, connection } = desk
      await store.hours.model.deleteMany({})
      await connection.db!.collection('tallies').deleteMany({})
      const ids: string[] = []
      for (const act of history) await happen(act, ids)
      const lines = await store.hours.model.find().lean<HoursEntry[]>()
      const range = { from: '2026-01-01', to: '2026-03-31' }
      const months = await store.tallies.months(range, zone)
      for (const until of [day(5), day(30)])
        for (const reach of ['all', { teams: ['沙头队'], stations: ['南园站'] }] as const)
          for (const { from, to } of [range, { from: '2026-02-01', to: '2026-02-27' }])
            for (const by of [undefined, ...groupings]) {
              const counted = { from, to, reach, until }
              expect(sumTallies(months, counted, by).toSorted(byName)).toEqual(
                recount(lines, counted, by).toSorted(byName),
              )
              const people = [...sumByPerson(months, counted, 'attendances').entries()]
              expect(Object.fromEntries(people.filter(([, times]) => times !== 0))).toEqual(
                recountPeople(lines, counted),
              )
            }
      expect(await store.hours.model.countDocuments({ uncounted: { $exists: true } })).toBe(0)
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('of two that count a month at once, the one that read first does not have the last word', async () => {
  const { store, connection } = desk
  await store.hours.model.deleteMany({})
  await connection.db!.collection('tallies').deleteMany({})
  const ids: string[] = []
  const serve = async (person: number) => {
    await happen({ kind: 'claim', person, team: 0, date: 3, minutes: 60 }, ids)
    await happen({ kind: 'verify', of: ids.length - 1, by: 90, days: 0 }, ids)
  }
  await serve(1)
  await store.tallies.catchUp(zone)
  let reads = 0
  const slowly = new Proxy(store.hours.model, {
    get: (model, name: string) =>
      name !== 'find'
        ? Reflect.get(model, name, model)
        : (...args: Parameters<typeof model.find>) => ({
            async lean() {
              const lines = await model.find(...args).lean()
              // Between its reading and its writing another line comes, and somebody else counts both.
              if (reads++ === 0) {
                await serve(2)
                await store.tallies.catchUp(zone)
              }
              return lines
            },
          }),
  })
  await tallies(connection, slowly).count('2026-03', zone)
  const range = { from: '2026-03-01', to: '2026-03-31' }
  const [sum] = sumTallies(await store.tallies.months(range, zone), {
    ...range,
    reach: 'all',
    until: day(30),
  })
  expect(sum).toMatchObject({ minutes: 120, attendances: 2 })
})

test('a question reads as many months as it names, whatever lies behind them', async () => {
  const { store } = desk
  const months = await store.tallies.months({ from: '2025-11-30', to: '2026-02-01' }, zone)
  expect(months.map(({ month }) => month)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

test('lines taken out without a mark are gone from the figures once their days are named', async () => {
  const { store } = desk
  const range = { from: '2026-03-01', to: '2026-03-31' }
  await store.hours.model.deleteMany({})
  await store.tallies.invalidate(['2026-03-15'])
  expect(
    sumTallies(await store.tallies.months(range, zone), { ...range, reach: 'all', until: day(30) }),
  ).toEqual([])
})
