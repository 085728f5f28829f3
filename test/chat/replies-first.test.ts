import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeliveryDesk, deliveryDesk, type Tried } from '../support/delivery-desk.ts'

let desk: DeliveryDesk
beforeAll(async () => void (desk = await deliveryDesk()))
afterAll(() => desk.end())

const minute = 60_000

test('a broadcast at full speed leaves an answer its token at any moment', async () => {
  const rates = { account: [{ points: 100, seconds: 60, burst: 25 }] }
  const { process, row, tries } = desk.account('brisk', { rates })
  const [one, other] = [process(), process()]
  const bulk = await Promise.all(Array.from({ length: 60 }, (_, n) => row(`u-${n}`, 'bulk')))
  let sent = 0
  for (let second = 0; second < 30; second++) {
    // The broadcast takes whatever it can get, in two processes.
    while (sent < bulk.length && (await tries(sent % 2 ? one : other, bulk[sent]!)) === 'done') sent++
    // Somebody asks every five seconds.
    if (second % 5 === 0) expect(await tries(one, await row(`asker-${second}`))).toBe('done')
    desk.wait(1_000)
  }
  expect(sent).toBeGreaterThan(40)
})

test('an account without any burst gives its next token to the answer that waits', async () => {
  const rates = { account: [{ points: 1, seconds: 3 }] }
  const { process, row, tries, received } = desk.account('slow', { rates })
  const [one, other] = [process(), process()]
  const [first, second] = [await row('u-1', 'bulk'), await row('u-2', 'bulk')]
  expect(await tries(one, first)).toBe('done')
  const answer = await row('asker')
  const wait = await tries(other, answer)
  expect(wait).toBeLessThanOrEqual(3_000)
  desk.wait(Number(wait))
  expect(await tries(one, second)).not.toBe('done')
  expect(await tries(other, answer)).toBe('done')
  expect(received).toEqual([first, answer])
})

test('those who wait for the same token come back one after another', async () => {
  const rates = { account: [{ points: 60, seconds: 60, burst: 1 }] }
  const { process, row, tries } = desk.account('even', { rates })
  const delivery = process()
  const waiting = await Promise.all(
    Array.from({ length: 40 }, async (_, n) => ({
      _id: await row(`u-${n}`, 'bulk'),
      conversation: `c-${n}`,
    })),
  )
  await delivery.post(waiting, 'bulk')
  const tried: Tried[] = []
  for (const { _id } of waiting) tried.push(await tries(delivery, _id))
  const waits = tried.filter((one) => one !== 'done')
  expect(waits).toHaveLength(39)
  expect(new Set(waits.map((ms) => Math.floor(ms / 1_000))).size).toBeGreaterThan(10)
  expect(Math.max(...waits)).toBeLessThanOrEqual(minute)
})
