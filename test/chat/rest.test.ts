import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { type DeliveryDesk, deliveryDesk } from '../support/delivery-desk.ts'

let desk: DeliveryDesk
beforeAll(async () => void (desk = await deliveryDesk()))
afterAll(() => desk.end())

const minute = 60_000
const state = async (id: string) => (await desk.store.outbox.find(id))?.state

/** An account whose platform answers with this error until it is well again. */
function ailing(name: string, error: AppError) {
  let ill = true
  let calls = 0
  const account = desk.account(name, {}, async () => {
    calls++
    if (ill) throw error
  })
  return { ...account, calls: () => calls, mend: () => void (ill = false) }
}

test('an account that asks for a wait is left alone by every process, and then goes on in order', async () => {
  const asks = new AppError('slow_down', 'slower', { retryAfterMs: 20_000, slows: 'account' })
  const { process, row, tries, calls, mend, received, told } = ailing('asking', asks)
  const [one, other] = [process(), process()]
  const [first, second] = [await row('wang'), await row('li')]
  expect(await tries(one, first)).toBe(20_000)
  expect(await tries(other, second)).toBeGreaterThanOrEqual(20_000)
  expect(calls()).toBe(1)
  mend()
  desk.wait(20_000)
  expect([await tries(one, first), await tries(other, second)]).toEqual(['done', 'done'])
  expect(received).toEqual([first, second])
  expect(told).toEqual([])
})

test('a wait for one chat holds up nobody else', async () => {
  let busy = true
  const asks = new AppError('slow_down', 'slower', { retryAfterMs: 5 * minute })
  const { process, row, tries, received } = desk.account('chatty', {}, async (to) => {
    if (to === 'wang' && busy) throw asks
  })
  const delivery = process()
  const [first, second] = [await row('wang'), await row('li')]
  expect(await tries(delivery, first)).toBeGreaterThanOrEqual(5 * minute)
  expect(await tries(delivery, second)).toBe('done')
  busy = false
  expect(received).toEqual([second])
})

test('after a long wait was asked for rows stay in MongoDB, and the admins hear of it once', async () => {
  const asks = new AppError('slow_down', 'much slower', { retryAfterMs: 30 * minute, slows: 'account' })
  const { process, row, tries, calls, mend, told } = ailing('penalty', asks)
  const [one, other] = [process(), process()]
  const rows = [await row('wang'), await row('li'), await row('zhao', 'bulk')]
  // Both have a call under way when the penalty comes.
  await Promise.all([tries(one, rows[0]!), tries(other, rows[1]!)])
  expect(await tries(one, rows[2]!)).toBe('done')
  expect(calls()).toBe(2)
  expect(await Promise.all(rows.map(state))).toEqual(['queued', 'queued', 'queued'])
  expect(told).toEqual(['much slower'])
  expect([await one.rests(), await other.rests()]).toEqual([true, true])

  mend()
  // What was asked for is kept to, whoever starts again.
  await other.resume()
  expect(await other.rests()).toBe(true)
  desk.wait(30 * minute)
  expect(await other.rests()).toBe(false)
  for (const id of rows) expect(await tries(other, id)).toBe('done')
  expect(await Promise.all(rows.map(state))).toEqual(['sent', 'sent', 'sent'])
})

test('an account that wants no more is tried again after a while and at a start, and other accounts go on', async () => {
  const gone = new AppError('account_paused', 'gone')
  const { process, row, tries, calls, mend, told } = ailing('gone', gone)
  const [one, other] = [process(), process()]
  const id = await row('wang')
  await tries(one, id)
  await tries(other, id)
  expect(calls()).toBe(1)
  desk.wait(10 * minute)
  await tries(other, id)
  expect(calls()).toBe(2)
  expect(told).toEqual(['gone'])

  const neighbour = desk.account('neighbour')
  expect(await neighbour.tries(neighbour.process(), await neighbour.row('wang'))).toBe('done')

  mend()
  await one.resume()
  expect(await tries(other, id)).toBe('done')
  expect(await state(id)).toBe('sent')
})
