import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectProducer } from '../../src/queue/connection.ts'
import { createMailboxes, needsJob } from '../../src/queue/mailbox.ts'

const redis = connectProducer(inject('redisUrl'))
beforeAll(() => redis.connect())
afterAll(() => redis.disconnect())

test('a letter whose poster never heard that it was stored gets its job from the redelivery', async () => {
  const boxes = createMailboxes({ redis, prefix: randomBytes(4).toString('hex'), name: 'said' })
  const letter = { box: 'wang', payload: 'hello', once: { key: 'm:1', ttlSeconds: 60 } }
  expect(await boxes.post([letter])).toEqual(['first'])
  const [again] = await boxes.post([letter])
  expect(again).toBe('again')
  expect(needsJob(again)).toBe(true)
  expect(await boxes.first('wang', 'me')).toBe('hello')
  expect(await boxes.next('wang', 'me')).toBeUndefined()
  const [done] = await boxes.post([letter])
  expect(done).toBe('repeat')
  expect(needsJob(done)).toBe(false)
})
