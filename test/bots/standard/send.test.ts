import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standard } from '../../../bots/standard/index.ts'
import type { OutboundMessage } from '../../../src/chat/platform.ts'
import { platformDeps } from '../../support/platform-deps.ts'
import { startReceiver, type Receiver } from '../../support/standard-receiver.ts'

const now = () => Date.parse('2026-11-24T02:00:00Z')
const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
const olderSecret = `whsec_${Buffer.alloc(32, 2).toString('base64')}`

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver({ secret, now })
})
afterAll(() => receiver.stop())

const message: OutboundMessage = {
  id: 'standard:default:m-1#0',
  to: { kind: 'room', id: 'r-1' },
  inReplyTo: 'm-1',
  text: '已报名 A12',
  mentions: ['u-1'],
  quickReplies: ['我的班次'],
  files: [{ name: '证明.pdf', url: 'http://127.0.0.1/files/x' }],
}

const start = (setting = secret, url = receiver.url) =>
  standard.start(
    { STANDARD_WEBHOOK_SECRET: setting, STANDARD_WEBHOOK_URL: url },
    platformDeps({ fetch, now }),
  )
const send = (signal = AbortSignal.timeout(5_000)) => start().send(message, signal)

test('it arrives signed, under the id of its row, in the form of the contract', async () => {
  await send()
  expect(receiver.messages.at(-1)).toEqual({
    webhookId: message.id,
    data: {
      id: message.id,
      to: { kind: 'room', id: 'r-1' },
      in_reply_to: 'm-1',
      text: '已报名 A12',
      mentions: ['u-1'],
      files: [{ name: '证明.pdf', url: 'http://127.0.0.1/files/x' }],
      quick_replies: ['我的班次'],
    },
  })
})

test('an id in Chinese is escaped where a header takes ASCII only, and stays as it is in the message', async () => {
  const id = 'standard:default:消息 1#0'
  await start().send({ ...message, id }, AbortSignal.timeout(5_000))
  const { webhookId, data } = receiver.messages.at(-1) ?? {}
  expect(webhookId).toMatch(/^[\x21-\x7e]+$/)
  expect([decodeURIComponent(webhookId ?? ''), data?.id]).toEqual([id, id])
})

test('of several secrets the first one signs', async () => {
  await start(`${secret} ${olderSecret}`).send(message, AbortSignal.timeout(5_000))
  await expect(
    start(`${olderSecret} ${secret}`).send(message, AbortSignal.timeout(5_000)),
  ).rejects.toMatchObject({ code: 'unavailable' })
  expect(receiver.refused).toBe(1)
})

describe('what the gateway answers decides about the row', () => {
  test.each([
    ['200', 200, {}, undefined],
    [
      '429 with seconds',
      429,
      { 'retry-after': '7' },
      { code: 'slow_down', retryAfterMs: 7_000, slows: 'conversation' },
    ],
    [
      '429 for everything',
      429,
      { 'retry-after': '7', 'retry-scope': 'account' },
      { code: 'slow_down', slows: 'account' },
    ],
    [
      '503 with a date',
      503,
      { 'retry-after': new Date(now() + 60_000).toUTCString() },
      { code: 'slow_down', retryAfterMs: 60_000, slows: 'account' },
    ],
    [
      '429 with a date that is over',
      429,
      { 'retry-after': new Date(now() - 60_000).toUTCString() },
      { code: 'slow_down', retryAfterMs: 0 },
    ],
    ['429 for a year', 429, { 'retry-after': '31536000' }, { code: 'slow_down', retryAfterMs: 86_400_000 }],
    ['429 without a word', 429, {}, { code: 'unavailable', retryAfterMs: undefined }],
    ['503 with nonsense', 503, { 'retry-after': 'soon' }, { code: 'unavailable', retryAfterMs: undefined }],
    ['410', 410, {}, { code: 'account_paused', retryable: false }],
    ['400', 400, {}, { code: 'unavailable', retryable: true }],
    ['401', 401, {}, { code: 'unavailable', retryable: true }],
    ['500', 500, {}, { code: 'unavailable', retryable: true }],
  ] as const)('%s', async (_name, status, headers, expected) => {
    void receiver.answerBadly(status, 1, headers)
    const sending = send()
    await (expected ? expect(sending).rejects.toMatchObject(expected) : expect(sending).resolves.toEqual({}))
  })

  test('a gateway that hangs up, hangs or is not there is tried again', async () => {
    void receiver.answerBadly((request) => request.socket.destroy())
    await expect(send()).rejects.toMatchObject({ code: 'unavailable' })

    const patience = new AbortController()
    void receiver.answerBadly(() => patience.abort())
    await expect(send(patience.signal)).rejects.toMatchObject({ code: 'unavailable' })

    const gone = await startReceiver({ secret, now })
    await gone.stop()
    await expect(start(secret, gone.url).send(message, AbortSignal.timeout(5_000))).rejects.toMatchObject({
      code: 'unavailable',
    })
  })

  test('a redirection is not followed: what we say goes to the address that was set, or nowhere', async () => {
    const elsewhere = await startReceiver({ secret, now })
    void receiver.answerBadly(307, 1, { location: elsewhere.url })
    await expect(send()).rejects.toMatchObject({ code: 'unavailable' })
    expect(elsewhere.messages).toEqual([])
    await elsewhere.stop()
  })

  test('an answer without end is not read', async () => {
    void receiver.answerBadly((_request, response) => {
      response.writeHead(200)
      const pour = () => {
        while (response.write(Buffer.alloc(64 * 1024)));
        response.once('drain', pour)
      }
      pour()
    })
    await expect(send()).resolves.toEqual({})
  })

  test('what went wrong is told without the text or a secret', async () => {
    void receiver.answerBadly(500)
    const error = await send().catch((thrown: unknown) => thrown)
    const told = JSON.stringify(error, Object.getOwnPropertyNames(error))
    expect(told).toContain('500')
    expect(told).not.toContain(message.text)
    expect(told).not.toContain(secret)
  })
})
