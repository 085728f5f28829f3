import { afterAll, beforeAll, expect, test } from 'vitest'
import { passiveAnswer } from '../../../bots/wechat-mp/answer.ts'
import { wechatMp } from '../../../bots/wechat-mp/index.ts'
import type { OutboundMessage } from '../../../src/chat/platform.ts'
import { writeFlatXml } from '../../../src/chat/wire/flat-xml.ts'
import { createWxEnvelope } from '../../../src/chat/wire/wx-envelope.ts'
import official from '../../fixtures/wechat-mp/official.json' with { type: 'json' }
import { platformDeps } from '../../support/platform-deps.ts'
import { startWechatMpServer, type WechatMpServer } from '../../support/wechat-mp-server.ts'
import { wxRequest } from '../../support/wx-request.ts'

// The two ways an answer can go, decided by time: in the response while 微信 waits for it, else as 客服消息.

const account = { appId: 'wx0123456789abcdef', secret: 'the-app-secret' }
const keys = {
  token: 'aToken',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  receiveId: account.appId,
}
const openid = 'oWang'
const begin = Date.parse('2026-11-24T02:00:00Z')

let server: WechatMpServer
let now = begin
beforeAll(async () => {
  server = await startWechatMpServer({ ...account, now: () => now })
  server.heard(openid)
})
afterAll(() => server.stop())

/** A service that was just told something, and what it would answer. */
async function told(id: string) {
  now = begin
  const running = wechatMp.start(
    {
      WECHAT_MP_APP_ID: account.appId,
      WECHAT_MP_APP_SECRET: account.secret,
      WECHAT_MP_TOKEN: keys.token,
      WECHAT_MP_AES_KEY: keys.aesKey,
      WECHAT_MP_API_URL: server.url,
    },
    platformDeps({ fetch, now: () => now }),
  )
  const fields = { ToUserName: 'gh_1', FromUserName: openid, CreateTime: now / 1000 }
  const inner = writeFlatXml({ ...fields, MsgType: 'text', Content: '帮助', MsgId: id })
  const request = { ...wxRequest(keys, inner, { at: now }), method: 'POST', path: '/webhooks/wechat-mp', now }
  const result = await running.receive?.(request)
  const [message] = result?.messages ?? []
  if (!result?.answer || !message) throw new Error('nothing was received')
  const answer: OutboundMessage = {
    id: `wechat-mp:${account.appId}:${id}#0`,
    to: { kind: 'person', id: openid },
    inReplyTo: id,
    ...(message.replyHandle && { replyHandle: message.replyHandle }),
    text: '能说的有……',
    mentions: [],
    quickReplies: [],
    files: [],
  }
  return { respond: result.answer, send: () => running.send(answer, AbortSignal.timeout(5_000)) }
}

test('in time it is the response, and nothing is called', async () => {
  const { respond, send } = await told('1')
  const [response] = await Promise.all([respond(), send()])
  expect(response).toMatchObject({ status: 200, body: expect.stringContaining('<Encrypt>') })
  expect(server.calls).toEqual([])
})

test('too late it is a 客服消息, and the response says nothing', async () => {
  const { respond, send } = await told('2')
  now = begin + 4_000
  expect(await respond()).toEqual({ status: 200, body: 'success' })
  await send()
  expect(server.messages).toEqual([{ to: openid, text: '能说的有……' }])
})

test('a second part of an answer is a 客服消息: a response says one thing', async () => {
  const { respond, send } = await told('3')
  await Promise.all([respond(), send()])
  await send()
  expect(server.messages).toHaveLength(2)
})

test('an encrypted response has the form of the official one, in JSON where the request was', () => {
  const { token, encodingAESKey: aesKey, receiveId, timestamp, nonce } = official.aes_reply.input
  const envelope = createWxEnvelope({ token, aesKey, receiveId })
  const { body } = passiveAnswer('good luck', {
    fields: { FromUserName: openid, ToUserName: 'gh_1' },
    asJson: true,
    envelope,
    nonce,
    at: Number(timestamp) * 1000,
  })
  const answer = JSON.parse(typeof body === 'string' ? body : JSON.stringify(body)) as Record<string, string>
  expect(Object.keys(answer)).toEqual(Object.keys(official.aes_reply.expected.body))
  expect(answer).toMatchObject({ TimeStamp: Number(timestamp), Nonce: nonce })
  const proof = { signature: answer.MsgSignature ?? '', timestamp, nonce }
  expect(JSON.parse(envelope.open(answer.Encrypt ?? '', proof))).toMatchObject({ Content: 'good luck' })
})
