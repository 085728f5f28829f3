import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { connectProducer } from '../../src/queue/connection.ts'
import { drain, type LetterHandler, WaitFor } from '../../src/queue/drain.ts'
import { createMailboxes } from '../../src/queue/mailbox.ts'

// Emptying one mailbox, in a real Redis.

const redis = connectProducer(inject('redisUrl'))
beforeAll(() => redis.connect())
afterAll(() => redis.disconnect())

const tries = 3
const away = new AppError('unavailable', 'MongoDB does not answer')

/** A box with letters; `deal` says what happens with one. */
async function box(letters: readonly string[], deal: (letter: string) => void = () => undefined) {
  const mailboxes = createMailboxes({
    redis,
    prefix: `test-${randomBytes(6).toString('hex')}`,
    name: 'letters',
  })
  await mailboxes.post(letters.map((payload) => ({ box: 'zhang', payload })))
  const handled: string[] = []
  const buried: string[] = []
  const handler: LetterHandler = {
    tries,
    handle: async (letter) => {
      deal(letter)
      handled.push(letter)
    },
    bury: async (letter, { message }) => void buried.push(`${letter}: ${message}`),
  }
  return {
    mailboxes,
    handled,
    buried,
    run: (stopping = () => false) => drain({ box: 'zhang', holder: 'me' }, mailboxes, handler, stopping),
    head: () => mailboxes.first('zhang', 'me'),
  }
}

describe('drain', () => {
  test('deals with every letter, in order, and leaves an empty box', async () => {
    const zhang = await box(['1', '2', '3'])
    expect(await zhang.run()).toBe(true)
    expect(zhang.handled).toEqual(['1', '2', '3'])
    expect((await zhang.mailboxes.depth()).boxes).toBe(0)
    expect(await zhang.run()).toBe(true)
    expect(zhang.handled).toHaveLength(3)
  })

  test('a letter that must wait for its time keeps its place, however often', async () => {
    let early = 5
    const zhang = await box(['1', '2'], (letter) => {
      if (letter === '1' && early-- > 0) throw new WaitFor(250)
    })
    for (let n = 0; n < 5; n++) await expect(zhang.run()).rejects.toMatchObject({ ms: 250 })
    expect([await zhang.head(), zhang.handled, zhang.buried]).toEqual(['1', [], []])
    expect(await zhang.run()).toBe(true)
    expect(zhang.handled).toEqual(['1', '2'])
  })

  test('while something else is away the head stays and costs no try', async () => {
    let outages = tries + 2
    const zhang = await box(['1', '2'], (letter) => {
      if (letter === '1' && outages-- > 0) throw away
    })
    for (let n = 0; n < tries + 2; n++) await expect(zhang.run()).rejects.toBe(away)
    expect(await zhang.head()).toBe('1')
    expect(await zhang.run()).toBe(true)
    expect([zhang.handled, zhang.buried]).toEqual([['1', '2'], []])
  })

  test('a letter that fails by itself is buried after its tries, and the next one runs', async () => {
    const zhang = await box(['1', 'bad', '3'], (letter) => {
      if (letter === 'bad') throw new TypeError('a bug')
    })
    for (let n = 1; n < tries; n++) {
      await expect(zhang.run()).rejects.toMatchObject({ code: 'internal', message: 'a bug' })
      expect([await zhang.head(), zhang.buried]).toEqual(['bad', []])
    }
    expect(await zhang.run()).toBe(true)
    expect([zhang.handled, zhang.buried]).toEqual([['1', '3'], ['bad: a bug']])
  })

  test('a process that stops finishes the letter in its hands and hands the box back', async () => {
    const zhang = await box(['1', '2', '3'])
    expect(await zhang.run(() => zhang.handled.length === 1)).toBe(false)
    expect([zhang.handled, await zhang.head()]).toEqual([['1'], '2'])
    expect(await zhang.run()).toBe(true)
    expect(zhang.handled).toEqual(['1', '2', '3'])
  })

  test('whoever has very much to say lets others have their turn', async () => {
    const letters = Array.from({ length: 250 }, (_, n) => String(n))
    const zhang = await box(letters)
    expect([await zhang.run(), await zhang.run(), await zhang.run()]).toEqual([false, false, true])
    expect(zhang.handled).toEqual(letters)
  })
})
