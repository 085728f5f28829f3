import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandStore, openCommandStore } from '../support/command-store.ts'

let desk: CommandStore
beforeAll(async () => void (desk = await openCommandStore()))
afterAll(() => desk.close())

const start = new Date('2026-11-24T02:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

/** A row of a platform of its own, claimed with a lease of 15 s by the holder of `token`. */
async function claimed(platform: string, calling: boolean) {
  const { outbox } = desk.store
  const id = `${platform}:m#0`
  await outbox.addAll([
    {
      _id: id,
      platform,
      account: 'default',
      to: { kind: 'person', id: 'u-1' },
      conversation: `${platform}:u-1`,
      lane: 'reply',
      createdAt: start,
      giveUpAt: later(3_600),
      content: { text: '好', quickReplies: [], mentions: [], files: [] },
    },
  ])
  const claim = { token: 'mine', now: start, leaseUntil: later(15), calling }
  expect(await outbox.claim(id, claim)).toMatchObject({ tries: 1 })
  expect(await outbox.claim(id, { ...claim, token: 'theirs' })).toBeUndefined()
  return { id, state: async () => (await outbox.find(id))?.state }
}

test('a lease that has not ended is left alone', async () => {
  const { state } = await claimed('a', true)
  expect(await desk.store.outbox.expireLeases('a', later(14), true)).toBe(0)
  expect(await state()).toBe('calling')
})

test('what was claimed and not yet called goes back to the queue, and the old claim has no right left', async () => {
  const { id, state } = await claimed('b', false)
  await desk.store.outbox.expireLeases('b', later(16), false)
  expect(await state()).toBe('queued')
  expect(await desk.store.outbox.beginCall(id, 'mine')).toBe(false)
})

test('a call cut off goes back to the queue where the platform drops repeats', async () => {
  const { state } = await claimed('c', true)
  await desk.store.outbox.expireLeases('c', later(16), true)
  expect(await state()).toBe('queued')
})

test('elsewhere it is unknown and never sent again; a late result with the right token settles it', async () => {
  const { id, state } = await claimed('d', false)
  const { outbox } = desk.store
  expect(await outbox.beginCall(id, 'mine')).toBe(true)
  await outbox.expireLeases('d', later(16), false)
  expect(await state()).toBe('unknown')
  expect(
    await outbox.claim(id, { token: 'x', now: later(20), leaseUntil: later(35), calling: true }),
  ).toBeUndefined()
  await outbox.postpone(id, 'mine', later(20), 'slow')
  expect(await outbox.settle(id, 'theirs', { state: 'sent', at: later(20) })).toBe(false)
  expect(await state()).toBe('unknown')
  expect(await outbox.settle(id, 'mine', { state: 'sent', at: later(20) })).toBe(true)
  expect(await state()).toBe('sent')
})
