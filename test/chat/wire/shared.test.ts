import { randomBytes, randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { mayHaveArrived } from '../../../src/chat/may-have-arrived.ts'
import { createShared } from '../../../src/chat/wire/shared.ts'
import { callWithToken } from '../../../src/chat/wire/with-token.ts'
import { AppError, asAppError } from '../../../src/errors.ts'
import { createSeal } from '../../../src/seal.ts'

let redis: Redis
beforeAll(() => {
  redis = new Redis(inject('redisUrl'))
})
afterAll(() => redis.quit())

/** Two processes of one service, and a clock both go by. */
function twoProcesses() {
  const clock = { offset: 0 }
  const now = () => Date.now() + clock.offset
  const options = { redis, prefix: `test-${randomUUID()}`, seal: createSeal(randomBytes(32)), now }
  return { one: createShared(options), other: createShared(options), clock, now, prefix: options.prefix }
}

/** A platform that hands out tokens, and counts them. */
function issuer() {
  let count = 0
  return { fetchNew: async () => ({ token: `token-${++count}`, seconds: 7_200 }), count: () => count }
}

describe('access tokens', () => {
  test('are fetched once, however many ask in however many processes', async () => {
    const { one, other } = twoProcesses()
    const { fetchNew, count } = issuer()
    const asked = [one, other, one, other].map(({ tokens }) => tokens.get('wecom', fetchNew))
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['token-1']))
    expect(count()).toBe(1)
  })

  test('are renewed before their end', async () => {
    const { one, clock } = twoProcesses()
    const { fetchNew } = issuer()
    await one.tokens.get('wecom', fetchNew)
    clock.offset = 6_800_000
    expect(await one.tokens.get('wecom', fetchNew)).toBe('token-1')
    clock.offset = 7_000_000
    expect(await one.tokens.get('wecom', fetchNew)).toBe('token-2')
  })

  test('one that was refused is replaced once, also when two processes were refused', async () => {
    const { one, other } = twoProcesses()
    const { fetchNew, count } = issuer()
    const [first = ''] = await Promise.all([one, other].map(({ tokens }) => tokens.get('wecom', fetchNew)))
    await one.tokens.refused('wecom', first)
    expect(await one.tokens.get('wecom', fetchNew)).toBe('token-2')
    await other.tokens.refused('wecom', first)
    expect(await other.tokens.get('wecom', fetchNew)).toBe('token-2')
    expect(count()).toBe(2)
  })

  test('a platform that gives none does not stop the next who asks', async () => {
    const { one } = twoProcesses()
    const { fetchNew } = issuer()
    await expect(one.tokens.get('wecom', () => Promise.reject(new Error('40013')))).rejects.toThrow('40013')
    expect(await one.tokens.get('wecom', fetchNew)).toBe('token-1')
  })

  test('stand in Redis sealed', async () => {
    const { one, prefix } = twoProcesses()
    await one.tokens.get('wecom', issuer().fetchNew)
    const kept = await redis.hgetall(`{${prefix}}:token:wecom`)
    expect(Object.keys(kept).toSorted()).toEqual(['hash', 'sealed'])
    expect(JSON.stringify(kept)).not.toContain('token-1')
  })
})

describe('passive replies', () => {
  test('who offers learns that it was taken, in another process', async () => {
    const { one, other, now } = twoProcesses()
    const taken = other.passive.take('m-1', now() + 5_000)
    expect(await one.passive.offer('m-1', '已报名', now() + 5_000)).toBe(true)
    expect(await taken).toBe('已报名')
  })

  test('a repeated webhook gets the same answer, and a second answer is not taken', async () => {
    const { one, other, now } = twoProcesses()
    const taken = one.passive.take('m-1', now() + 5_000)
    await other.passive.offer('m-1', '第一条', now() + 5_000)
    await taken
    expect(await other.passive.offer('m-1', '第二条', now() + 5_000)).toBe(false)
    expect(await one.passive.take('m-1', now())).toBe('第一条')
  })

  test('what nobody took in time is withdrawn, and then cannot be taken any more', async () => {
    const { one, now } = twoProcesses()
    expect(await one.passive.offer('m-1', '已报名', now() + 50)).toBe(false)
    expect(await one.passive.take('m-1', now())).toBeUndefined()
  })

  test('too late to offer, too late to take', async () => {
    const { one, now } = twoProcesses()
    expect(await one.passive.offer('m-1', '已报名', now() - 1)).toBe(false)
    expect(await one.passive.take('m-1', now() - 1)).toBeUndefined()
  })
})

test('once is once, for two processes at the same moment', async () => {
  const { one, other } = twoProcesses()
  const first = await Promise.all([one.once('url', 60), other.once('url', 60)])
  expect(first.filter(Boolean)).toHaveLength(1)
})

test('first is what was given first, for two processes at the same moment', async () => {
  const { one, other } = twoProcesses()
  const said = await Promise.all([one.first('key', 'a', 60), other.first('key', 'b', 60)])
  expect(new Set(said).size).toBe(1)
  expect(await one.first('key', 'c', 60)).toBe(said[0])
  expect(await one.first('another', 'c', 60)).toBe('c')
})

test('without a token nothing was sent, however the connection for it broke', async () => {
  const { one } = twoProcesses()
  const error = await callWithToken({
    tokens: one.tokens,
    name: 'feishu',
    fetchNew: () => Promise.reject(new AppError('unavailable', 'broke off', { cause: new Error('reset') })),
    call: async () => 'sent',
    stale: () => false,
  }).catch(asAppError)
  expect(error).toMatchObject({ code: 'unavailable', message: 'broke off' })
  expect(mayHaveArrived(error as AppError)).toBe(false)
})
