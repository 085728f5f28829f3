import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, type CommandStore, openCommandStore } from '../support/command-store.ts'

let desk: CommandStore
beforeAll(async () => void (desk = await openCommandStore()))
afterAll(() => desk.close())

const now = at('2026-11-24 10:00')
const soon = at('2026-11-24 10:01')
const claim = (token: string) => ({ token, now, leaseUntil: soon, calling: true })

/** Rows of a broadcast of its own. */
async function rows(code: string, count: number): Promise<string[]> {
  const all = Array.from({ length: count }, (_, n) => ({
    _id: `${code}#${n}`,
    platform: code,
    account: 'default',
    to: { kind: 'person' as const, id: `u-${n}` },
    conversation: `${code}:default:person:u-${n}`,
    lane: 'bulk' as const,
    createdAt: now,
    giveUpAt: at('2026-11-25 10:00'),
    broadcast: code,
    content: { text: `第${n}条`, quickReplies: [], mentions: [], files: [] },
  }))
  await desk.store.outbox.addAll(all)
  return all.map(({ _id }) => _id)
}
const states = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await desk.store.outbox.find(id))?.state))

test('of two who claim the same rows at once, each row has one', async () => {
  const { outbox } = desk.store
  const ids = await rows('B1', 40)
  const claims = await Promise.all(['mine', 'theirs'].map((token) => outbox.claimAll(ids, claim(token))))
  const claimed = claims.flat().map(({ _id }) => _id)
  expect(claimed.toSorted()).toEqual(ids.toSorted())
  for (const row of claims.flat()) {
    expect(row).toMatchObject({ tries: 1, state: 'calling' })
    expect(row.content.text).toBe(`第${row._id.split('#')[1]}条`)
  }
})

test('only what is queued and due is claimed', async () => {
  const { outbox } = desk.store
  const [gone = '', later = '', due = ''] = await rows('B2', 3)
  await outbox.cancel(gone, 'opted out', now)
  await outbox.claim(later, claim('x'))
  await outbox.postpone(later, 'x', soon, 'slow')
  const claimed = await outbox.claimAll([gone, later, due], claim('mine'))
  expect(claimed.map(({ _id }) => _id)).toEqual([due])
})

test('a row is settled by its own token alone', async () => {
  const { outbox } = desk.store
  const [mine = '', theirs = ''] = await rows('B3', 2)
  await outbox.claim(mine, claim('mine'))
  await outbox.claim(theirs, claim('theirs'))
  const both = [mine, theirs].map((_id) => ({ _id, token: 'mine' }))
  expect(await outbox.settleSent(both, now)).toBe(1)
  expect(await states([mine, theirs])).toEqual(['sent', 'calling'])
})

test('whoever opted out or what is called off is known for many at once, also by a number that was merged', async () => {
  const { people, activities } = desk.store
  const [out, merged, glad] = [await desk.person('王'), await desk.person('李'), await desk.person('赵')]
  await people.setOptedOut(out, now)
  await people.model.updateOne({ _id: merged }, { $set: { mergedInto: out } })
  expect(await people.optedOut([out, merged, glad, 'V999999'])).toEqual(new Set([out, merged]))
  const [off, on] = [await desk.activity({ state: 'cancelled' }), await desk.activity()]
  expect(await activities.cancelledAmong([off, on, off])).toEqual(new Set([off]))
})
