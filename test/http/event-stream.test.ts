import { expect, test } from 'vitest'
import { createEventStream } from '../../src/http/event-stream.ts'

test('a reader that does not read is cut off, the others read on', () => {
  const stream = createEventStream()
  const stuck = stream.open(undefined)
  const quick = stream.open(undefined)
  let read = 0
  const event = { text: 'x'.repeat(100_000) }
  for (let n = 0; n < 5; n += 1) {
    stream.publish(event)
    read += quick?.read().length
  }
  expect([stuck?.destroyed, quick?.destroyed]).toEqual([true, false])
  expect(read).toBeGreaterThan(500_000)
  stream.close()
})

test('the number of readers is bounded, and one that left makes room', async () => {
  const stream = createEventStream()
  const readers = Array.from({ length: 40 }, () => stream.open(undefined))
  const open = readers.filter((reader) => reader !== undefined)
  expect(open.length).toBeLessThan(40)
  const left = new Promise((resolve) => open[0]?.once('close', resolve))
  open[0]?.destroy()
  await left
  expect(stream.open(undefined)).toBeDefined()
  stream.close()
})

test('what is kept for those who come back is bounded: the newest of it', () => {
  const stream = createEventStream()
  for (let n = 1; n <= 2_000; n += 1) stream.publish({ n })
  const text = String(stream.open('earlier-1')?.read())
  expect(text).toContain('{"n":2000}')
  expect(text).not.toContain('{"n":1}')
  stream.close()
})
