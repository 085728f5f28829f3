import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onebot } from '../../../bots/onebot/index.ts'
import { type App, startApp } from '../../support/app.ts'
import {
  atSegment,
  onebotForgeries,
  onebotRequest,
  type OnebotSaid,
  onebotSaid,
  textSegment,
} from '../../support/onebot-event.ts'
import { type OnebotServer, startOnebotServer } from '../../support/onebot-server.ts'
import { postWebhook } from '../../support/post-webhook.ts'
import { until } from '../../support/until.ts'

// A social worker and a volunteer in QQ, both ways through the wire. It is Tuesday, 24 November 2026.

const secret = 'the secret of the gateway'
const token = 'the token of the gateway'
const self = 10001000
const room = 87654321

let app: App
let server: OnebotServer
beforeAll(async () => {
  server = await startOnebotServer({ token, self })
  app = await startApp({
    platforms: [onebot],
    env: { ONEBOT_SECRET: secret, ONEBOT_URL: server.url, ONEBOT_ACCESS_TOKEN: token },
  })
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

let last = 0
const request = (said: Omit<OnebotSaid, 'id'> & { id?: number }) =>
  onebotRequest(secret, self, onebotSaid(self, { id: ++last, ...said }, app.clock.now()))
const post = (told: Parameters<typeof postWebhook>[1]) => postWebhook(`${app.url}/webhooks/onebot`, told)
const taken = { status: 204, text: '' }

const member = (user: number) => ({
  /** Says something to the bot and gives the next message that comes back. */
  async say(text: string): Promise<string> {
    const before = server.messages.length
    expect(await post(request({ user, message: [textSegment(text)] }))).toEqual(taken)
    return (await server.waitFor(({ to }) => to === String(user), before)).text
  },
})
const [chen, wang] = [member(20001), member(20002)]

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
  await server.waitFor(({ to, text }) => to === '20001' && text.includes('王桂香'), before)
  expect(await chen.say('名单 A1')).not.toContain('王桂香')
})

describe('in a group', () => {
  test('whoever mentions the bot is answered there, quoted and mentioned', async () => {
    const before = server.messages.length
    const message = [atSegment(String(self)), textSegment(' 活动')]
    expect(await post(request({ id: 4711, user: 20002, room, message }))).toEqual(taken)
    const answer = await server.waitFor(({ to }) => to === String(room), before)
    expect(answer).toMatchObject({ quotes: '4711', at: ['20002'], text: expect.stringContaining('A1') })
  })

  test('a gateway that writes strings is understood as well', async () => {
    const before = server.messages.length
    await post(request({ user: 20002, room, message: `[CQ:at,qq=${self}] 活动` }))
    expect((await server.waitFor(({ to }) => to === String(room), before)).text).toContain('A1')
  })

  test('a text that looks like a mention is none', async () => {
    const before = server.messages.length
    await post(request({ user: 20002, room, message: [textSegment(`[CQ:at,qq=${self}] 今天几点`)] }))
    expect(await wang.say('活动')).toContain('A1')
    expect(server.messages.slice(before)).toHaveLength(1)
  })
})

test('what people write is said back as they wrote it, and is no code', async () => {
  await chen.say('发布 [CQ:at,qq=all]｜老人服务｜南园队｜周日9:00-12:00｜福利院｜10人')
  await chen.say('是')
  const before = server.messages.length
  await post(request({ user: 20002, room, message: [atSegment(String(self)), textSegment('活动')] }))
  const answer = await server.waitFor(({ to }) => to === String(room), before)
  expect(answer.text).toContain('[CQ:at,qq=all]')
  expect(answer.at).toEqual(['20002'])
})

test('an event that is sent again is handled once, and another message under the same number is another one', async () => {
  const told = request({ id: 5000, user: 20002, message: [textSegment('我')] })
  const before = server.messages.length
  for (let time = 0; time < 4; time++) expect(await post(told)).toEqual(taken)
  await server.waitFor(({ to }) => to === '20002', before)
  app.clock.forward(5_000)
  await post(request({ id: 5000, user: 20002, message: [textSegment('活动')] }))
  await server.waitFor(({ text }) => text.includes('A1'), before)
  expect(server.messages.slice(before)).toHaveLength(2)
})

test('nobody can speak for a member: every forgery is answered 401 and leaves nothing', async () => {
  const told = request({ user: 20002, message: [textSegment('报名 A1')] })
  const before = server.messages.length
  for (const { name, request: forged } of onebotForgeries(told))
    expect({ name, ...(await post(forged)) }).toMatchObject({ name, status: 401 })
  expect(await wang.say('我的报名')).not.toContain('A1')
  expect(server.messages.slice(before)).toHaveLength(1)
})

describe('when the gateway refuses', () => {
  test('too many: the answer comes later, once', async () => {
    server.next({ status: 429, headers: { 'retry-after': '1' }, body: {} })
    const before = server.messages.length
    expect(await wang.say('活动')).toContain('A1')
    expect(server.messages.slice(before)).toHaveLength(1)
  })

  test('when QQ did not say whether it took it, it is not sent twice', async () => {
    server.next({ body: { status: 'failed', retcode: 1200, data: null, wording: 'Timeout: sendMsg' } })
    await post(request({ user: 20002, message: [textSegment('我')] }))
    await until(() => app.store.outbox.model.findOne({ state: 'unknown' }).lean(), 'the unknown row')
    const before = server.messages.length
    expect(await wang.say('活动')).toContain('A1')
    expect(server.messages.slice(before)).toHaveLength(1)
  })

  test('whoever is no friend is given up, and everybody else is answered', async () => {
    server.unfriend('20009')
    await post(request({ user: 20009, message: [textSegment('帮助')] }))
    const row = await until(
      () => app.store.outbox.model.findOne({ 'to.id': '20009', state: 'failed' }).lean(),
      'the failed row',
    )
    expect(row.reason).toContain('好友')
    expect(await wang.say('活动')).toContain('A1')
  })
})

test('no secret is ever written down', async () => {
  const rows = JSON.stringify(await app.store.outbox.model.find().lean())
  for (const one of [secret, token]) expect(rows).not.toContain(one)
})
