import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wechatMp } from '../../../bots/wechat-mp/index.ts'
import { readFlatXml, writeFlatXml } from '../../../src/chat/wire/flat-xml.ts'
import { createWxEnvelope, wxSignature } from '../../../src/chat/wire/wx-envelope.ts'
import { type App, startApp } from '../../support/app.ts'
import { postWebhook } from '../../support/post-webhook.ts'
import { until } from '../../support/until.ts'
import { startWechatMpServer, type WechatMpServer } from '../../support/wechat-mp-server.ts'
import { wxForgeries, wxRequest } from '../../support/wx-request.ts'

// A social worker and a volunteer in a 公众号 in 安全模式: answers come in the response, all else as 客服消息.

const account = { appId: 'wx0123456789abcdef', secret: 'the-app-secret' }
const keys = {
  token: 'aToken',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  receiveId: account.appId,
}
const own = 'gh_10f6c3c3ac5a'

let app: App
let server: WechatMpServer
beforeAll(async () => {
  server = await startWechatMpServer({ ...account, now: () => app.clock.now() })
  app = await startApp({ platforms: [wechatMp], env: settings('safe') })
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

const settings = (mode: string) => ({
  WECHAT_MP_APP_ID: account.appId,
  WECHAT_MP_APP_SECRET: account.secret,
  WECHAT_MP_TOKEN: keys.token,
  WECHAT_MP_AES_KEY: keys.aesKey,
  WECHAT_MP_MODE: mode,
  WECHAT_MP_API_URL: server.url,
})

let lastId = 6054768590064713728n
const fieldsOf = (openid: string, fields: Record<string, string>) => ({
  ToUserName: own,
  FromUserName: openid,
  CreateTime: Math.floor(app.clock.now() / 1000),
  ...fields,
})
const request = (openid: string, fields: Record<string, string>) =>
  wxRequest(keys, writeFlatXml(fieldsOf(openid, fields)), { at: app.clock.now() })
const textFields = (text: string) => ({ MsgType: 'text', Content: text, MsgId: `${++lastId}` })
const textRequest = (openid: string, text: string) => request(openid, textFields(text))
const post = (told: Parameters<typeof postWebhook>[1]) => postWebhook(`${app.url}/webhooks/wechat-mp`, told)

/** What a response says to whom, opened like 微信 does. */
function read(body: string): Record<string, string> {
  const { Encrypt = '', MsgSignature = '', TimeStamp = '', Nonce = '' } = readFlatXml(body)
  const proof = { signature: MsgSignature, timestamp: TimeStamp, nonce: Nonce }
  return readFlatXml(createWxEnvelope(keys).open(Encrypt, proof))
}

const follower = (openid: string) => ({
  openid,
  /** Says something and gives what the response says. */
  async say(text: string): Promise<string> {
    server.heard(openid)
    const { status, text: body } = await post(textRequest(openid, text))
    expect(status).toBe(200)
    return read(body).Content ?? ''
  },
})
const [chen, wang] = [follower('oChen-zhu-ren_0000000000001'), follower('oWang-gui-xiang_00000000002')]

test('the address is checked by the console', async () => {
  const [timestamp, nonce] = [String(Math.floor(app.clock.now() / 1000)), '1514711492']
  const asked = (signature: string) => ({
    query: new URLSearchParams({ signature, timestamp, nonce, echostr: '4375120948345356249' }),
    headers: {},
    body: Buffer.alloc(0),
    method: 'GET',
  })
  expect(await post(asked(wxSignature(keys.token, timestamp, nonce)))).toEqual({
    status: 200,
    text: '4375120948345356249',
  })
  expect(await post(asked(wxSignature('another', timestamp, nonce)))).toMatchObject({ status: 401 })
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
  expect(server.messages).toEqual([])

  expect(await wang.say('取消 A1')).toContain('A1')
  const notice = await server.waitFor(({ to }) => to === chen.openid)
  expect(notice.text).toContain('王桂香')
  expect(await chen.say('名单 A1')).not.toContain('王桂香')
})

test('the response is for the one who wrote, from the one they wrote to', async () => {
  const { text } = await post(textRequest(wang.openid, '帮助'))
  expect(read(text)).toMatchObject({ ToUserName: wang.openid, FromUserName: own, MsgType: 'text' })
})

test('whoever follows is greeted with what can be said', async () => {
  const { text } = await post(request('oNew', { MsgType: 'event', Event: 'subscribe', EventKey: '' }))
  expect(read(text).Content).toContain('注册')
})

test('an event that says nothing is answered at once', async () => {
  expect(await post(request('oNew', { MsgType: 'event', Event: 'unsubscribe' }))).toEqual({
    status: 200,
    text: 'success',
  })
})

test('a message that is sent again is handled once and gets the same answer, whoever asks first', async () => {
  const told = textRequest(wang.openid, '报名 A1')
  const answers = await Promise.all([post(told), post(told)])
  answers.push(await post(told))
  const said = answers.map(({ text }) => read(text).Content)
  expect(said[0]).toContain('报名成功：A1')
  expect(new Set(said).size).toBe(1)
})

test('nobody can speak for a follower: every forgery is answered 401 and leaves nothing', async () => {
  const told = textRequest(wang.openid, '取消 A1')
  for (const { request: forged } of wxForgeries(told))
    expect(await post(forged)).toMatchObject({ status: 401 })
  const [timestamp, nonce] = [String(Math.floor(app.clock.now() / 1000)), '1']
  const plain = {
    query: new URLSearchParams({ signature: wxSignature(keys.token, timestamp, nonce), timestamp, nonce }),
    headers: {},
    body: Buffer.from(writeFlatXml(fieldsOf(wang.openid, textFields('取消 A1')))),
  }
  expect(await post(plain)).toMatchObject({ status: 401 })
  expect(await wang.say('我的报名')).toContain('A1')
})

describe('what is no answer goes as 客服消息', () => {
  const failed = (code: string) =>
    until(
      () => app.store.outbox.model.findOne({ state: 'failed', reason: new RegExp(code) }).lean(),
      `a row that failed with ${code}`,
    )
  const again = async () => {
    await wang.say('取消 A1')
    return wang.say('报名 A1')
  }

  test('with a token that is fetched again when it is over before its time', async () => {
    const [given, before] = [server.tokensGiven, server.messages.length]
    server.expireTokens()
    await wang.say('取消 A1')
    expect((await server.waitFor(({ to }) => to === chen.openid, before)).text).toContain('王桂香')
    expect(server.tokensGiven).toBe(given + 1)
    await wang.say('报名 A1')
  })

  test('later, when 微信 asks to wait', async () => {
    server.heard(chen.openid)
    const before = server.messages.length
    server.next({ body: { errcode: -1, errmsg: 'system error' } })
    await again()
    expect((await server.waitFor(({ to }) => to === chen.openid, before)).text).toContain('王桂香')
  })

  test('five times after the person said something, and no more', async () => {
    server.heard(chen.openid)
    for (let time = 0; time < 6; time++) await again()
    expect((await failed('45047')).to.id).toBe(chen.openid)
  })

  test('and not after 48 hours', async () => {
    app.clock.forward(49 * 3600_000)
    await again()
    expect((await failed('45015')).to.id).toBe(chen.openid)
  })

  test('nor where the account may not; answers go on', async () => {
    server.certify(false)
    expect(await again()).toContain('报名成功')
    expect((await failed('48001')).to.id).toBe(chen.openid)
    expect(await chen.say('名单 A1')).toContain('王桂香')
    server.certify(true)
  })
})

test('in 明文模式 nothing proves who wrote: volunteers are served, and nobody becomes an admin', async () => {
  const plain = await startApp({ platforms: [wechatMp], env: settings('plain'), now: '2026-11-24T02:00:00Z' })
  const [at, nonce] = [String(Math.floor(plain.clock.now() / 1000)), '1']
  const say = async (text: string, token = keys.token) => {
    const query = new URLSearchParams({ signature: wxSignature(token, at, nonce), timestamp: at, nonce })
    const fields = { ...fieldsOf(chen.openid, textFields(text)), CreateTime: at }
    return postWebhook(`${plain.url}/webhooks/wechat-mp`, {
      query,
      headers: {},
      body: Buffer.from(writeFlatXml(fields)),
    })
  }
  expect(readFlatXml((await say('帮助')).text)).toMatchObject({
    ToUserName: chen.openid,
    Content: expect.stringContaining('注册'),
  })
  expect(readFlatXml((await say(`认领 ${plain.claimCode}`)).text).Content).toContain('这个渠道不能确认')
  expect(await say('帮助', 'another')).toMatchObject({ status: 401 })
  await plain.stop()
})
