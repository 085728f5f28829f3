import { expect, test } from 'vitest'
import { createPrecedence } from '../../src/queue/precedence.ts'

/** Work that lasts until it is ended. */
function work() {
  let end: () => void = () => undefined
  const done = new Promise<void>((resolve) => (end = resolve))
  return { run: () => done, end }
}

test('others begin at once while nobody is in a hurry', async () => {
  await expect(createPrecedence(1e9).giveWay()).resolves.toBeUndefined()
})

test('others begin when the last one in a hurry is done, also when its work failed', async () => {
  const { first, giveWay } = createPrecedence(1e9)
  const order: string[] = []
  const [one, two] = [work(), work()]
  const works = [
    first(one.run).then(() => order.push('one')),
    first(async () => {
      await two.run()
      order.push('two')
      throw new Error('failed')
    }).catch(() => undefined),
  ]
  const others = [1, 2].map(() => giveWay().then(() => order.push('other')))
  one.end()
  await works[0]
  two.end()
  await Promise.all([...works, ...others])
  expect(order).toEqual(['one', 'two', 'other', 'other'])
})

test('a rush that lasts stops nobody for ever', async () => {
  const { first, giveWay } = createPrecedence(10)
  const rush = work()
  const lasting = first(rush.run)
  await expect(giveWay()).resolves.toBeUndefined()
  rush.end()
  await lasting
})
