import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dingtalk } from '../../../bots/dingtalk/index.ts'
import { standard } from '../../../bots/standard/index.ts'
import { type App, startApp } from '../../support/app.ts'
import {
  dingtalkForgeries,
  dingtalkRequest,
  type DingtalkSaid,
  dingtalkSaid,
} from '../../support/dingtalk-request.ts'
import { type DingtalkServer, startDingtalkServer } from '../../support/dingtalk-server.ts'
import { postWebhook } from '../../support/post-webhook.ts'
import { until } from '../../support/until.ts'

// A volunteer in 钉钉, both ways through the wire; the social worker is on another platform, since 钉钉 does not prove
// what was said. It is Tuesday, 24 November 2026.

const keys = { appKey: 'dingapp', secret: 'the secret of the app', robotCode: 'dingrobot' }
const room = { id: 'cidNanYuan==', name: '南园队群' }

let app: App
let server: DingtalkServer
let chen: Awaited<ReturnType<App['admin']>>
beforeAll(async () => {
  server = await startDingtalkServer(keys)
  app = await startApp({
    platforms: [standard, dingtalk],
    env: {
      DINGTALK_APP_KEY: keys.appKey,
      DINGTALK_APP_SECRET: keys.secret,
      DINGTALK_ROBOT_CODE: keys.robotCode,
      DINGTALK_API_URL: server.url,
    },
  })
  chen = await app.admin()
  await chen.say('队 新建 南园队')
  await chen.say('发布 探访老人｜老人服务｜南园队｜周六9:00-12:00｜福利院｜10人')
  await chen.say('是')
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

const hour = 3600_000
/** A message with a session of its conversation, unless it has none. */
const request = (said: DingtalkSaid, session = true) => {
  const at = app.clock.now()
  const other = session ? server.session(said.room?.id ?? said.user, at + 1.5 * hour) : {}
  return dingtalkRequest(keys.secret, dingtalkSaid({ ...said, other: { ...other, ...said.other } }, at), at)
}
const post = (told: Parameters<typeof postWebhook>[1]) => postWebhook(`${app.url}/webhooks/dingtalk`, told)
const taken = { status: 200, text: '{}' }

const member = (user: string) => ({
  /** Says something to the robot and gives the next message that comes back. */
  async say(text: string, session = true): Promise<string> {
    const before = server.messages.length
    expect(await post(request({ user, text }, session))).toEqual(taken)
    return (await server.waitFor(({ to }) => to === user, before)).text
  },
})
const wang = member('wang')

test('a volunteer registers, signs up and cancels; the social worker sees it', async () => {
  expect(await wang.say('注册 王桂香 13800000000 1955')).toContain('同意就回复「同意」')
  expect(await wang.say('同意')).toContain('登记好了，王桂香！')
  expect(await wang.say('报名 A1')).toContain('报名成功：A1 探访老人')
  expect(await chen.say('名单 A1')).toContain('王桂香')
  expect(await wang.say('取消 A1')).toContain('A1')
  await chen.hears('王桂香')
  expect(await chen.say('名单 A1')).not.toContain('王桂香')
})

test('what needs proof of what was said is refused here', async () => {
  expect(await wang.say(`认领 ${app.claimCode}`)).toContain('换一个渠道')
  expect(await wang.say('注销')).toContain('换一个渠道')
})

describe('where answers go', () => {
  test('to the session of the message, in a group under the name of whoever asked', async () => {
    const before = server.messages.length
    await post(request({ user: 'wang', room, text: '活动' }))
    const answer = await server.waitFor(({ to }) => to === room.id, before)
    expect(answer).toMatchObject({ by: 'session', at: ['wang'], text: expect.stringMatching(/^@wang .*A1/s) })
  })

  test('to the group or the person by the API when there is no session', async () => {
    const before = server.messages.length
    await post(request({ user: 'wang', room, text: '活动' }, false))
    expect(await server.waitFor(({ to }) => to === room.id, before)).toMatchObject({ by: 'group' })
    await post(request({ user: 'wang', text: '活动' }, false))
    expect(await server.waitFor(({ to }) => to === 'wang', before)).toMatchObject({ by: 'person' })
  })

  test('by the API when the session is over, or 钉钉 knows it no more', async () => {
    const before = server.messages.length
    const over = server.session('wang', app.clock.now() - 1)
    await post(request({ user: 'wang', text: '活动', other: over }))
    expect(await server.waitFor(({ to }) => to === 'wang', before)).toMatchObject({ by: 'person' })
    const told = request({ user: 'wang', text: '活动' })
    server.forgetSessions()
    const then = server.messages.length
    await post(told)
    expect(await server.waitFor(({ to }) => to === 'wang', then)).toMatchObject({ by: 'person' })
  })
})

test('a message that is sent again is handled once', async () => {
  const told = request({ user: 'wang', text: '我' })
  const before = server.messages.length
  for (let time = 0; time < 4; time++) expect(await post(told)).toEqual(taken)
  await server.waitFor(({ to }) => to === 'wang', before)
  expect(await wang.say('活动')).toContain('A1')
  expect(server.messages.slice(before)).toHaveLength(2)
})

test('nobody can speak for a member without the secret: every forgery is answered 401 and leaves nothing', async () => {
  const told = request({ user: 'wang', text: '报名 A1' })
  const before = server.messages.length
  for (const { name, request: forged } of dingtalkForgeries(told))
    expect({ name, ...(await post(forged)) }).toMatchObject({ name, status: 401 })
  const elsewhere = {
    sessionWebhook: 'https://evil.example/robot/sendBySession',
    sessionWebhookExpiredTime: 2e12,
  }
  expect(await post(request({ user: 'wang', text: '报名 A1', other: elsewhere }))).toMatchObject({
    status: 401,
  })
  expect(await wang.say('我的报名')).not.toContain('A1')
  expect(server.messages.slice(before)).toHaveLength(1)
})

test('headers that were used are not taken with another body', async () => {
  const told = request({ user: 'wang', text: '我' })
  const before = server.messages.length
  await post(told)
  await server.waitFor(({ to }) => to === 'wang', before)
  app.clock.forward(60_000)
  const { body } = request({ user: 'wang', text: '报名 A1' })
  expect(await post({ ...told, body })).toMatchObject({ status: 401 })
  expect(await wang.say('我的报名')).not.toContain('A1')
})

describe('when the API refuses', () => {
  test('a token that is over before its time is fetched again, once for all', async () => {
    const given = server.tokensGiven
    server.expireTokens()
    expect(await wang.say('活动', false)).toContain('A1')
    expect(await wang.say('活动', false)).toContain('A1')
    expect(server.tokensGiven).toBe(given + 1)
  })

  test('too many calls: the answer comes later, once', async () => {
    server.next({ status: 403, body: { code: 'Forbidden.AccessDenied.QpsLimitForApi', message: 'x' } })
    const before = server.messages.length
    expect(await wang.say('活动', false)).toContain('A1')
    expect(server.messages.slice(before)).toHaveLength(1)
  })

  test('somebody who left is given up, and everybody else is answered', async () => {
    server.leave('gone')
    await post(request({ user: 'gone', text: '帮助' }, false))
    const row = await until(
      () => app.store.outbox.model.findOne({ 'to.id': 'gone', state: 'failed' }).lean(),
      'the failed row',
    )
    expect(row.reason).toContain('invalidStaffIdList')
    expect(await wang.say('活动')).toContain('A1')
  })
})

test('no secret is ever written down, and no address of a session', async () => {
  const rows = JSON.stringify(await app.store.outbox.model.find().lean())
  for (const one of [keys.secret, 'sendBySession']) expect(rows).not.toContain(one)
})
