import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wecom } from '../../../bots/wecom/index.ts'
import { writeFlatXml } from '../../../src/chat/wire/flat-xml.ts'
import { type App, startApp } from '../../support/app.ts'
import { postWebhook } from '../../support/post-webhook.ts'
import { until } from '../../support/until.ts'
import { startWecomServer, type WecomServer } from '../../support/wecom-server.ts'
import { wxAddressCheck, wxForgeries, wxRequest } from '../../support/wx-request.ts'

// A social worker and a volunteer in an app of 企业微信, both ways through the wire. It is Tuesday, 24 November 2026.

const corp = { corpId: 'ww0123456789abcdef', agentId: '1000002', secret: 'the-secret-of-the-app' }
const keys = {
  token: 'aToken',
  aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiveId: corp.corpId,
}

let app: App
let server: WecomServer
beforeAll(async () => {
  server = await startWecomServer(corp)
  app = await startApp({
    platforms: [wecom],
    env: {
      WECOM_CORP_ID: corp.corpId,
      WECOM_AGENT_ID: corp.agentId,
      WECOM_SECRET: corp.secret,
      WECOM_TOKEN: keys.token,
      WECOM_AES_KEY: keys.aesKey,
      WECOM_API_URL: server.url,
    },
  })
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

let lastId = 6054768590064713728n
const seconds = () => Math.floor(app.clock.now() / 1000)
const request = (user: string, fields: Record<string, string>) =>
  wxRequest(
    keys,
    writeFlatXml({
      ToUserName: corp.corpId,
      FromUserName: user,
      CreateTime: seconds(),
      AgentID: corp.agentId,
      ...fields,
    }),
    { at: app.clock.now() },
  )
const textRequest = (user: string, text: string) =>
  request(user, { MsgType: 'text', Content: text, MsgId: `${++lastId}` })
const post = (told: Parameters<typeof postWebhook>[1]) => postWebhook(`${app.url}/webhooks/wecom`, told)

const member = (user: string) => ({
  /** Says something to the app and gives the next message that comes back. */
  async say(text: string): Promise<string> {
    const before = server.messages.length
    expect(await post(textRequest(user, text))).toEqual({ status: 200, text: '' })
    return (await server.waitFor(({ to }) => to === user, before)).text
  },
})
const [chen, wang] = [member('ChenZhuRen'), member('wang-guixiang')]

test('the address is checked by the console: the plain text comes back, and only for whoever has the Token', async () => {
  const asked = { ...wxAddressCheck(keys, '1616140317555161061', { at: app.clock.now() }), method: 'GET' }
  expect(await post(asked)).toEqual({ status: 200, text: '1616140317555161061' })
  for (const { request: forged } of wxForgeries(asked).filter(({ name }) => !name.includes('body')))
    expect(await post({ ...forged, method: 'GET' })).toMatchObject({ status: 401 })
})

test('a social worker posts an activity, a volunteer registers, signs up and cancels', async () => {
  expect(await chen.say(`认领 ${app.claimCode}`)).toContain('你现在是管理员了')
  await chen.say('队 新建 南园队')
  expect(await chen.say('发布 探访老人｜老人服务｜南园队｜周六9:00-12:00｜福利院｜10人')).toContain(
    '请核对：',
  )
  expect(await chen.say('是')).toContain('发布了：A1 探访老人')

  expect(await wang.say('注册 王桂香 13800000000 1955')).toContain('同意就回复「同意」')
  expect(await wang.say('同意')).toContain('登记好了，王桂香！')
  expect(await wang.say('报名 A1')).toContain('报名成功：A1 探访老人')
  expect(await chen.say('名单 A1')).toContain('王桂香')
  const before = server.messages.length
  expect(await wang.say('取消 A1')).toContain('A1')
  await server.waitFor(({ to, text }) => to === 'ChenZhuRen' && text.includes('王桂香'), before)
  expect(await chen.say('名单 A1')).not.toContain('王桂香')
})

test('what could be tapped elsewhere is printed below, and all of it fits into one message', async () => {
  const help = await wang.say('帮助')
  expect(help).toMatch(/\n› \S+/)
  expect(Buffer.byteLength(help)).toBeLessThanOrEqual(2048)
})

test('whoever comes into the app is greeted with what can be said', async () => {
  const before = server.messages.length
  await post(request('xin-ren', { MsgType: 'event', Event: 'subscribe' }))
  expect((await server.waitFor(({ to }) => to === 'xin-ren', before)).text).toContain('注册')
})

test('a message that is sent again, as after 5 s without an answer, is handled once', async () => {
  const told = textRequest('wang-guixiang', '我')
  const before = server.messages.length
  for (let time = 0; time < 4; time++) expect(await post(told)).toEqual({ status: 200, text: '' })
  await server.waitFor(({ to }) => to === 'wang-guixiang', before)
  // What is said afterwards is answered next, so that nothing more can be on its way.
  expect(await wang.say('活动')).toContain('A1')
  expect(server.messages.slice(before)).toHaveLength(2)
})

test('nobody can speak for a member: every forgery is answered 401 and leaves nothing', async () => {
  const told = textRequest('wang-guixiang', '报名 A1')
  const before = server.messages.length
  for (const { request: forged } of wxForgeries(told))
    expect(await post(forged)).toMatchObject({ status: 401 })
  const { query, body } = textRequest('wang-guixiang', '注销')
  expect(await post({ ...told, body })).toMatchObject({ status: 401 })
  expect(await post({ ...told, query })).toMatchObject({ status: 401 })
  expect(await wang.say('我的报名')).not.toContain('A1')
  expect(server.messages.slice(before)).toHaveLength(1)
})

describe('when the API refuses', () => {
  test('a token that is over before its time is fetched again, once for all', async () => {
    const given = server.tokensGiven
    server.expireTokens()
    expect(await wang.say('活动')).toContain('A1')
    expect(await chen.say('活动')).toContain('A1')
    expect(server.tokensGiven).toBe(given + 1)
  })

  test('too many calls: the answer comes later, once', async () => {
    server.next({ body: { errcode: 45033, errmsg: 'api concurrent out of limit' } })
    const before = server.messages.length
    expect(await wang.say('活动')).toContain('A1')
    expect(server.messages.slice(before)).toHaveLength(1)
  })

  test('a member who left the 可见范围 is given up, and everybody else is answered', async () => {
    server.leave('gone')
    await post(textRequest('gone', '帮助'))
    const row = await until(
      () => app.store.outbox.model.findOne({ 'to.id': 'gone', state: 'failed' }).lean(),
      'the failed row',
    )
    expect(row.reason).toContain('81013')
    expect(await wang.say('活动')).toContain('A1')
  })
})

test('no secret is ever written down: the outbox knows codes and our words', async () => {
  const rows = JSON.stringify(await app.store.outbox.model.find().lean())
  for (const secret of [corp.secret, keys.token, keys.aesKey]) expect(rows).not.toContain(secret)
})
