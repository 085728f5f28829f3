import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feishu } from '../../../bots/feishu/index.ts'
import { type App, startApp } from '../../support/app.ts'
import {
  feishuBody,
  feishuEvent,
  feishuForgeries,
  type FeishuSaid,
  feishuSaid,
} from '../../support/feishu-request.ts'
import { type FeishuServer, startFeishuServer } from '../../support/feishu-server.ts'
import { postWebhook } from '../../support/post-webhook.ts'
import { until } from '../../support/until.ts'

// A social worker and a volunteer in 飞书, both ways through the wire. It is Tuesday, 24 November 2026.

const keys = { appId: 'cli_a1b2c3', encryptKey: 'the key of 加密策略', verificationToken: 'v-token' }
const secret = 'the-secret-of-the-app'
const bot = { key: '@_user_1', id: { open_id: 'ou_bot' }, name: '联动' }
const room = 'oc_nanyuan'

let app: App
let server: FeishuServer
beforeAll(async () => {
  server = await startFeishuServer({ appId: keys.appId, secret, bot: 'ou_bot' })
  app = await startApp({
    platforms: [feishu],
    env: {
      FEISHU_APP_ID: keys.appId,
      FEISHU_APP_SECRET: secret,
      FEISHU_ENCRYPT_KEY: keys.encryptKey,
      FEISHU_VERIFICATION_TOKEN: keys.verificationToken,
      FEISHU_API_URL: server.url,
    },
  })
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

const request = (said: Omit<FeishuSaid, 'id'> & { id?: string }) => {
  const [at, event] = [app.clock.now(), randomBytes(8).toString('hex')]
  const told = feishuSaid({ id: `om_${randomBytes(8).toString('hex')}`, ...said }, at)
  return feishuEvent(keys, { type: 'im.message.receive_v1', id: event, at, event: told })
}
const post = (told: Parameters<typeof postWebhook>[1]) => postWebhook(`${app.url}/webhooks/feishu`, told)
const taken = { status: 200, text: '{}' }

const member = (user: string) => ({
  /** Says something to the bot and gives the next message that comes back. */
  async say(text: string): Promise<string> {
    const before = server.messages.length
    expect(await post(request({ user, text }))).toEqual(taken)
    return (await server.waitFor(({ to }) => to === user, before)).text
  },
})
const [chen, wang] = [member('ou_chen'), member('ou_wang')]

test('the address is checked by the console: the challenge comes back, and only for whoever has the keys', async () => {
  const asked = (token: string) => ({
    query: new URLSearchParams(),
    headers: {},
    body: feishuBody(keys.encryptKey, { type: 'url_verification', challenge: 'c-1', token }),
  })
  expect(await post(asked(keys.verificationToken))).toEqual({ status: 200, text: '{"challenge":"c-1"}' })
  expect(await post(asked('another'))).toMatchObject({ status: 401 })
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
  await server.waitFor(({ to, text }) => to === 'ou_chen' && text.includes('王桂香'), before)
  expect(await chen.say('名单 A1')).not.toContain('王桂香')
})

describe('in a group', () => {
  test('whoever mentions the bot is answered there, by name and under their words', async () => {
    const before = server.messages.length
    const said = { id: 'om_asked', user: 'ou_wang', room, text: '@_user_1 活动', mentions: [bot] }
    expect(await post(request(said))).toEqual(taken)
    const answer = await server.waitFor(({ answers }) => answers === 'om_asked', before)
    expect(answer.text).toMatch(/^<at user_id="ou_wang"><\/at> .*A1/s)
  })

  test('somebody else who is mentioned keeps their name, and the bot is not meant', async () => {
    const lin = { key: '@_user_1', id: { open_id: 'ou_lin' }, name: '小林' }
    const before = server.messages.length
    await post(request({ user: 'ou_wang', room, text: '@_user_1 今天几点', mentions: [lin] }))
    expect(await wang.say('活动')).toContain('A1')
    expect(server.messages.slice(before)).toHaveLength(1)
  })

  test('what is taken back meanwhile is answered in the group all the same', async () => {
    server.recall('om_recalled')
    const before = server.messages.length
    await post(request({ id: 'om_recalled', user: 'ou_wang', room, text: '@_user_1 活动', mentions: [bot] }))
    expect((await server.waitFor(({ to }) => to === room, before)).text).toContain('A1')
  })
})

test('what people write mentions nobody', async () => {
  const answer = await member('ou_new').say('注册 <at user_id="all"></at>')
  expect(answer).not.toContain('<at')
})

test('an event that is sent again, as after 15 s and 5 min without an answer, is handled once', async () => {
  const said = { id: 'om_again', user: 'ou_wang', text: '我' }
  const before = server.messages.length
  for (let time = 0; time < 4; time++) expect(await post(request(said))).toEqual(taken)
  await server.waitFor(({ to }) => to === 'ou_wang', before)
  expect(await wang.say('活动')).toContain('A1')
  expect(server.messages.slice(before)).toHaveLength(2)
})

test('nobody can speak for a member: every forgery is answered 401 and leaves nothing', async () => {
  const told = request({ user: 'ou_wang', text: '报名 A1' })
  const before = server.messages.length
  for (const { name, request: forged } of feishuForgeries(told))
    expect({ name, ...(await post(forged)) }).toMatchObject({ name, status: 401 })
  const { headers, body } = request({ user: 'ou_wang', text: '注销' })
  expect(await post({ ...told, body })).toMatchObject({ status: 401 })
  expect(await post({ ...told, headers })).toMatchObject({ status: 401 })
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
    server.next({ status: 400, body: { code: 230020, msg: 'frequency limit' } })
    const before = server.messages.length
    expect(await wang.say('活动')).toContain('A1')
    expect(server.messages.slice(before)).toHaveLength(1)
  })

  test('somebody who left the 可用范围 is given up, and everybody else is answered', async () => {
    server.leave('ou_gone')
    await post(request({ user: 'ou_gone', text: '帮助' }))
    const row = await until(
      () => app.store.outbox.model.findOne({ 'to.id': 'ou_gone', state: 'failed' }).lean(),
      'the failed row',
    )
    expect(row.reason).toContain('230013')
    expect(await wang.say('活动')).toContain('A1')
  })
})

test('no secret is ever written down: the outbox knows codes and our words', async () => {
  const rows = JSON.stringify(await app.store.outbox.model.find().lean())
  for (const one of [secret, keys.encryptKey, keys.verificationToken]) expect(rows).not.toContain(one)
})
