import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandStore, at, openCommandStore } from '../support/command-store.ts'

let desk: CommandStore
beforeAll(async () => void (desk = await openCommandStore()))
afterAll(() => desk.close())

const now = at('2026-11-24 10:00')
const minutesAgo = (n: number) => new Date(now.getTime() - n * 60_000)

/** Rows `B7#0`, `B7#1` … of one broadcast, made by somebody so long ago. */
async function broadcast(platform: string, code: string, rows: number, minutes: number) {
  const all = Array.from({ length: rows }, (_, n) => ({
    _id: `${platform}:${code}#${n}`,
    platform,
    account: 'default',
    to: { kind: 'person' as const, id: `u-${n}` },
    conversation: `${platform}:default:person:u-${n}`,
    lane: 'bulk' as const,
    createdAt: minutesAgo(minutes),
    giveUpAt: at('2026-11-25 10:00'),
    broadcast: code,
    content: { text: '好', quickReplies: [], mentions: [], files: [] },
  }))
  for (let n = 0; n < rows; n += 500) await desk.store.outbox.addAll(all.slice(n, n + 500))
}
const waiting = async (platform: string, limit: number) => {
  const account = { platform, account: 'default', now, fedBefore: minutesAgo(1), limit }
  const rows = await desk.store.outbox.waitingBulk(account)
  return rows.map(({ _id }) => _id.slice(platform.length + 1))
}
/** How many rows of each broadcast. */
function counted(ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [code = ''] of ids.map((id) => id.split('#'))) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
const settle = (platform: string, code: string) =>
  desk.store.outbox.model.updateMany({ platform, broadcast: code }, { $set: { state: 'sent' } })

test('five people of a broadcast made a minute later do not wait for a thousand', async () => {
  await broadcast('fair', 'B1', 1_000, 2)
  await broadcast('fair', 'B2', 5, 1)
  const first = await waiting('fair', 20)
  expect(counted(first)).toEqual({ B1: 15, B2: 5 })
  expect(first.slice(0, 4).map((id) => id.slice(0, 2))).toEqual(['B1', 'B2', 'B1', 'B2'])
})

test('what the small ones leave is for the others, and no more than the limit', async () => {
  await broadcast('rest', 'B1', 100, 3)
  await broadcast('rest', 'B2', 3, 2)
  await broadcast('rest', 'B3', 100, 1)
  const { B1 = 0, B2 = 0, B3 = 0 } = counted(await waiting('rest', 60))
  expect(B2).toBe(3)
  expect(Math.abs(B1 - B3)).toBeLessThanOrEqual(1)
  expect(B1 + B2 + B3).toBe(60)
})

test('rows that were handed over and those that are not due yet take nobody their place', async () => {
  await broadcast('due', 'B1', 10, 3)
  await broadcast('due', 'B2', 10, 2)
  await broadcast('due', 'B3', 10, -60)
  const ids = (await waiting('due', 8)).map((id) => `due:${id}`)
  await desk.store.outbox.fed(ids, now)
  expect(counted(await waiting('due', 100))).toEqual({ B1: 6, B2: 6 })
})

test('a broadcast that is through stands in nobody’s way', async () => {
  await broadcast('through', 'B1', 30, 2)
  await settle('through', 'B1')
  await broadcast('through', 'B2', 30, 1)
  expect(counted(await waiting('through', 10))).toEqual({ B2: 10 })
})

test('is served by its index, with nothing of what is settled', async () => {
  const { model } = desk.store.outbox
  const plan = JSON.stringify(
    await model.collection
      .find({ state: 'queued', lane: 'bulk', platform: 'fair', account: 'default', broadcast: { $gt: '' } })
      .hint({ state: 1, lane: 1, platform: 1, account: 1, broadcast: 1, dueAt: 1 })
      .limit(1)
      .explain(),
  )
  expect(plan).toMatch(/Index Scan|IXSCAN/)
  expect(plan).not.toMatch(/Seq Scan|COLLSCAN|"SORT"|"Sort"/)
})
