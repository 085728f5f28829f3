import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bucket, createTokens, perSecond, type Rate } from '../../src/queue/tokens.ts'
import { queueDesk } from '../support/queue-desk.ts'

let desk: Awaited<ReturnType<typeof queueDesk>>
beforeAll(async () => void (desk = await queueDesk()))
afterAll(() => desk.end())

const midnight = 24 * 3600_000
let worlds = 0

/** Buckets of their own under a clock that stands still, with as many processes as asked for. */
function buckets() {
  let now = 0
  const base = `{${desk.prefix}}:${++worlds}`
  const process = () => createTokens({ redis: desk.redis, base, now: () => now, endOfDay: () => midnight })
  return { process, wait: (ms: number) => void (now += ms), at: () => now }
}
const account = (rate: Rate): Bucket => ({ key: 'account', rate, shared: true })
const chat = (rate: Rate, name = 'wang'): Bucket => ({ key: name, rate, shared: false })

/** How many tokens there are at once, each asked for until one has to wait. */
async function takeAll(take: () => Promise<{ wait: number }>): Promise<{ taken: number; wait: number }> {
  for (let taken = 0; ; taken++) {
    const { wait } = await take()
    if (wait > 0) return { taken, wait }
  }
}

test('a bucket gives its burst at once and then refills evenly', async () => {
  const { process, wait } = buckets()
  const take = () => process().take([chat({ points: 20, seconds: 60, burst: 11 })], true)
  expect(await takeAll(take)).toEqual({ taken: 11, wait: 6_000 })
  wait(5_999)
  expect(await take()).toMatchObject({ wait: 1 })
  wait(1)
  expect(await take()).toMatchObject({ wait: 0 })
  wait(60_000)
  expect(await takeAll(take)).toMatchObject({ taken: 10 })
})

test('never more than the points in any window of its seconds, whatever the traffic', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 20, maxLength: 60 }),
      async (points, burst, steps) => {
        const { process, wait, at } = buckets()
        const tokens = process()
        const taken: number[] = []
        for (const step of steps) {
          wait(step)
          const { wait: ms } = await tokens.take([chat({ points, seconds: 2, burst })], true)
          if (ms === 0) taken.push(at())
        }
        const most = Math.max(
          ...taken.map((from) => taken.filter((t) => t >= from && t < from + 2_000).length),
        )
        expect(most).toBeLessThanOrEqual(points)
      },
    ),
    { numRuns: 60 },
  )
})

test('whoever waits as long as it was told gets a token', async () => {
  const { process, wait } = buckets()
  const take = () => process().take([chat({ points: 7, seconds: 3 })], true)
  for (let n = 0; n < 30; n++) {
    const { wait: ms } = await take()
    if (ms === 0) continue
    wait(ms)
    expect(await take()).toMatchObject({ wait: 0 })
  }
})

test('all buckets give a token or none does, and the scarcest says how long', async () => {
  const { process } = buckets()
  const tokens = process()
  const hourly = account({ points: 2, seconds: 3600, burst: 2 })
  const each = (name: string) => chat({ points: 1, seconds: 1 }, name)
  expect(await tokens.take([hourly, each('wang')], true)).toMatchObject({ wait: 0 })
  // Wang's own bucket is empty: the account's last token stays for somebody else.
  expect(await tokens.take([hourly, each('wang')], true)).toMatchObject({ wait: 1_000, scarce: each('wang') })
  expect(await tokens.take([hourly, each('li')], true)).toMatchObject({ wait: 0 })
  expect(await tokens.take([hourly, each('zhao')], true)).toMatchObject({ scarce: hourly })
})

test('several windows of one thing are all kept to', async () => {
  const { process, wait } = buckets()
  const both = [
    chat({ points: 5, seconds: 1, burst: 5 }, 'fast'),
    chat({ points: 8, seconds: 60, burst: 8 }, 'slow'),
  ]
  const take = () => process().take(both, true)
  expect((await takeAll(take)).taken).toBe(5)
  wait(5_000)
  expect(await takeAll(take)).toMatchObject({ taken: 3, wait: 60_000 * 1 - 5_000 })
})

test('processes share the buckets', async () => {
  const { process } = buckets()
  const [one, other] = [process(), process()]
  const shared = [chat({ points: 10, seconds: 60, burst: 10 })]
  const ends = await Promise.all(
    Array.from({ length: 30 }, (_, n) => (n % 2 ? one : other).take(shared, true)),
  )
  expect(ends.filter(({ wait }) => wait === 0)).toHaveLength(10)
})

test('a cap for the day ends at midnight', async () => {
  const { process, wait } = buckets()
  wait(midnight - 1_000)
  const take = () => process().take([chat({ perDay: 3 })], true)
  expect(await takeAll(take)).toEqual({ taken: 3, wait: 1_000 })
})

test('a part of what all share is left to those in a hurry', async () => {
  const { process } = buckets()
  const tokens = process()
  const shared = [account({ points: 100, seconds: 60, burst: 10 })]
  expect((await takeAll(() => tokens.take(shared, false))).taken).toBe(8)
  expect((await takeAll(() => tokens.take(shared, true))).taken).toBe(2)
})

test('while somebody in a hurry waits, nobody else is served', async () => {
  const { process, wait } = buckets()
  const tokens = process()
  const shared = [account({ points: 1, seconds: 1 })]
  await tokens.take(shared, false)
  const { wait: ms } = await tokens.take(shared, true)
  wait(ms)
  expect((await tokens.take(shared, false)).wait).toBeGreaterThan(0)
  expect(await tokens.take(shared, true)).toMatchObject({ wait: 0 })
  wait(2_000)
  expect(await tokens.take(shared, false)).toMatchObject({ wait: 0 })
})

test.each([
  [{ points: 1, seconds: 1 }, 1],
  [{ points: 20, seconds: 60 }, 16 / 60],
  [{ points: 86_400, seconds: 86_400, burst: 1 }, 1],
  [{ perDay: 86_400 }, 1],
] as const)('%j is kept up at %d a second', (rate, expected) => {
  expect(perSecond(rate)).toBeCloseTo(expected)
})
