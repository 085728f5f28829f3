import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMailboxes } from '../../src/queue/mailbox.ts'
import { queueDesk } from '../support/queue-desk.ts'

let desk: Awaited<ReturnType<typeof queueDesk>>
beforeAll(async () => {
  desk = await queueDesk()
})
afterAll(() => desk.end())

const boxes = (name: string) => createMailboxes({ redis: desk.redis, prefix: desk.prefix, name })

test('the letter that finds its box empty is first, whoever comes after is added', async () => {
  const mail = boxes('first')
  expect(
    await mail.post([
      { box: 'a', payload: '1' },
      { box: 'b', payload: '2' },
      { box: 'a', payload: '3' },
    ]),
  ).toEqual(['first', 'first', 'added'])
  expect(await mail.depth()).toMatchObject({ boxes: 2 })
})

test('a letter comes once under its key, in the same call and in a later one', async () => {
  const mail = boxes('once')
  const once = { key: 'm-1', ttlSeconds: 60 }
  expect(
    await mail.post([
      { box: 'a', payload: '1', once },
      { box: 'a', payload: 'again', once },
    ]),
  ).toEqual(['first', 'again'])
  expect(await mail.post([{ box: 'b', payload: 'elsewhere', once }])).toEqual(['repeat'])
  expect(await mail.first('a', 'me')).toBe('1')
  expect(await mail.next('a', 'me')).toBeUndefined()
  expect(await mail.post([{ box: 'a', payload: '1', once }])).toEqual(['repeat'])
  expect(await mail.depth()).toEqual({ boxes: 0, letters: 0, oldest: undefined })
})

test('letters leave in the order in which they came', async () => {
  const mail = boxes('order')
  await mail.post(['1', '2', '3'].map((payload) => ({ box: 'a', payload })))
  expect(await mail.first('a', 'me')).toBe('1')
  expect(await mail.first('a', 'me')).toBe('1')
  expect(await mail.next('a', 'me')).toBe('2')
  expect(await mail.next('a', 'me')).toBe('3')
  expect(await mail.next('a', 'me')).toBeUndefined()
  expect(await mail.post([{ box: 'a', payload: '4' }])).toEqual(['first'])
})

test('a box has one holder at a time, until it is empty or let go', async () => {
  const mail = boxes('holder')
  await mail.post(['1', '2', '3'].map((payload) => ({ box: 'a', payload })))
  expect(await mail.first('a', 'one')).toBe('1')
  expect(await mail.first('a', 'two')).toBeUndefined()
  await mail.hold('a', 'two', 0)
  expect(await mail.next('a', 'two')).toBeUndefined()
  await mail.hold('a', 'one', 0)
  expect(await mail.first('a', 'two')).toBe('1')
  expect(await mail.next('a', 'two')).toBe('2')
})

test('a box that is kept is for whoever comes with its name, once', async () => {
  const mail = boxes('kept')
  await mail.post(['1', '2'].map((payload) => ({ box: 'a', payload })))
  await mail.first('a', 'one')
  await mail.hold('a', 'one', 60_000)
  expect(await mail.first('a', 'two')).toBeUndefined()
  expect(await mail.first('a', 'three', 'one')).toBe('1')
  expect(await mail.first('a', 'four', 'one')).toBeUndefined()
  expect(await mail.next('a', 'one')).toBeUndefined()
  expect(await mail.next('a', 'three')).toBe('2')
})

test('a holder that was taken for dead takes out no letter, and holds nothing that is empty', async () => {
  const mail = boxes('dead')
  await mail.post(['1', '2'].map((payload) => ({ box: 'a', payload })))
  await mail.first('a', 'one')
  await mail.hold('a', 'one', 0)
  expect(await mail.next('a', 'one')).toBe('1')
  expect(await mail.next('a', 'one')).toBe('2')
  expect(await mail.next('a', 'one')).toBeUndefined()
  await mail.hold('a', 'one', 60_000)
  await mail.post([{ box: 'a', payload: '3' }])
  expect(await mail.first('a', 'two')).toBe('3')
})

test('a box is noted as waiting since its first letter, until it is empty or looked at', async () => {
  const mail = boxes('waiting')
  await mail.post([{ box: 'a', payload: '1' }])
  const later = Date.now() + 1_000
  expect(await mail.waitingSince(Date.now() - 60_000, 10)).toEqual([])
  expect(await mail.waitingSince(later, 10)).toEqual(['a'])
  await mail.touch(['a', 'empty'], later + 1)
  expect(await mail.waitingSince(later, 10)).toEqual([])
  expect(await mail.waitingSince(later + 1, 10)).toEqual(['a'])
  await mail.first('a', 'me')
  await mail.next('a', 'me')
  expect(await mail.waitingSince(later + 1, 10)).toEqual([])
})

test('failures of a letter are counted one by one', async () => {
  const mail = boxes('failed')
  expect([await mail.failed('x'), await mail.failed('x'), await mail.failed('y')]).toEqual([1, 2, 1])
})

test('the age is that of the letter that waits longest, whoever looked after its box meanwhile', async () => {
  const mail = boxes('age')
  await mail.post([{ box: 'a', payload: '1' }])
  const { oldest } = await mail.depth()
  await mail.touch(['a'], Date.now() + 60_000)
  expect(await mail.depth()).toEqual({ boxes: 1, letters: 1, oldest })
  expect(await mail.waitingSince(Date.now() + 1, 10)).toEqual([])
})

test('a box takes no more than it may hold, fewer when one has waited too long, and forgets what it refused', async () => {
  const mail = boxes('limits')
  const limits = { most: 3, few: 1, letters: 100, ageMs: 60_000 }
  const letter = (n: number, box = 'a') => ({
    box,
    payload: `${box}${n}`,
    once: { key: `${box}-${n}`, ttlSeconds: 60 },
  })
  expect(
    await mail.post(
      [1, 2, 3, 4].map((n) => letter(n)),
      limits,
    ),
  ).toEqual(['first', 'added', 'added', 'full'])
  expect(await mail.post([letter(1), letter(4)], limits)).toEqual(['again', 'full'])
  const old = { ...limits, ageMs: 0 }
  expect(await mail.post([letter(1, 'b'), letter(2, 'b')], old)).toEqual(['first', 'full'])
  await mail.first('a', 'me')
  await mail.next('a', 'me')
  expect(await mail.post([letter(4)], limits)).toEqual(['added'])
  expect(await mail.depth()).toMatchObject({ boxes: 2, letters: 4 })
})
