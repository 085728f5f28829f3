import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandStore, openCommandStore } from '../support/command-store.ts'

let desk: CommandStore
beforeAll(async () => void (desk = await openCommandStore()))
afterAll(() => desk.close())

const start = new Date('2026-11-24T02:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const word = (key: string) => ({ key, by: 'V000001', at: later(60) })

/** A row whose call nobody saw the end of, with its code. */
async function unknownRow(name: string) {
  const { outbox, unknownRows } = desk.store
  const id = `${name}#0`
  await outbox.addAll([
    {
      _id: id,
      platform: name,
      account: 'default',
      to: { kind: 'person', id: 'u-1' },
      conversation: `${name}:u-1`,
      lane: 'reply',
      createdAt: start,
      giveUpAt: later(30),
      content: { text: '好', quickReplies: [], mentions: [], files: [] },
    },
  ])
  await outbox.claim(id, { token: `${name}-1`, now: start, leaseUntil: later(15), calling: false })
  await outbox.beginCall(id, `${name}-1`)
  await outbox.expireLeases(name, later(16), false)
  await unknownRows.number(10)
  const row = await outbox.find(id)
  return { id, code: row?.code ?? '', state: async () => (await outbox.find(id))?.state }
}

test('the same message decides once, and a rerun of it says the same', async () => {
  const { unknownRows } = desk.store
  const { code, state } = await unknownRow('a')
  expect([await unknownRows.resend(code, word('k1')), await unknownRows.resend(code, word('k1'))]).toEqual([
    true,
    true,
  ])
  expect(await unknownRows.resend(code, word('k2'))).toBe(false)
  expect(await unknownRows.leave(code, word('k1'))).toBe(false)
  expect(await state()).toBe('queued')
})

test('one that is sent again is still worth sending, though its own time is over', async () => {
  const { id, code } = await unknownRow('b')
  await desk.store.unknownRows.resend(code, word('k1'))
  expect((await desk.store.outbox.find(id))?.giveUpAt.getTime()).toBeGreaterThan(later(3_600).getTime())
})

test('a late success of the old call settles what waits for its next try', async () => {
  const { id, code, state } = await unknownRow('c')
  const { outbox, unknownRows } = desk.store
  await unknownRows.resend(code, word('k1'))
  expect(await outbox.settle(id, 'c-1', { state: 'failed', at: later(61), reason: 'late' })).toBe(false)
  expect(await state()).toBe('queued')
  expect(await outbox.settle(id, 'c-1', { state: 'sent', at: later(61) })).toBe(true)
  expect(await state()).toBe('sent')
})

test('and takes the right to call from a next try that has only claimed it', async () => {
  const { id, code, state } = await unknownRow('d')
  const { outbox, unknownRows } = desk.store
  await unknownRows.resend(code, word('k1'))
  await outbox.claim(id, { token: 'd-2', now: later(61), leaseUntil: later(76), calling: false })
  expect(await outbox.settle(id, 'd-1', { state: 'sent', at: later(62) })).toBe(true)
  expect(await outbox.beginCall(id, 'd-2')).toBe(false)
  expect(await state()).toBe('sent')
})

test('one that becomes unknown again keeps its code and is told of again', async () => {
  const { id, code } = await unknownRow('e')
  const { outbox, unknownRows } = desk.store
  await unknownRows.told([id], later(20))
  await unknownRows.resend(code, word('k1'))
  await outbox.claim(id, { token: 'e-2', now: later(61), leaseUntil: later(76), calling: true })
  await outbox.expireLeases('e', later(77), false)
  expect(await unknownRows.untold(10)).toEqual([expect.objectContaining({ _id: id, code, tries: 2 })])
})
