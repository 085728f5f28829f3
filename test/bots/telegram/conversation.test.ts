import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { telegram } from '../../../bots/telegram/index.ts'
import { type App, startApp } from '../../support/app.ts'
import { postWebhook } from '../../support/post-webhook.ts'
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts'
import {
  telegramForgeries,
  telegramRequest,
  type TelegramSaid,
  telegramUpdate,
} from '../../support/telegram-update.ts'
import { until } from '../../support/until.ts'

// A social worker and a volunteer in Telegram, both ways through the wire. It is Tuesday, 24 November 2026.

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const secret = 'A1b2-C3d4_E5f6G7'
const room = { id: -1001234567890, title: '南园队群' }

let app: App
let server: TelegramServer
beforeAll(async () => {
  server = await startTelegramServer({ token, username: 'help_bot' })
  app = await startApp({
    platforms: [telegram],
    env: { TELEGRAM_TOKEN: token, TELEGRAM_SECRET: secret, TELEGRAM_API_URL: server.url },
  })
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

let last = 100000000
const request = (said: Omit<TelegramSaid, 'update'> & { update?: number }) =>
  telegramRequest(secret, telegramUpdate({ update: ++last, ...said }, app.clock.now()))
const post = (told: Parameters<typeof postWebhook>[1]) => postWebhook(`${app.url}/webhooks/telegram`, told)
const taken = { status: 200, text: '{}' }

const member = (user: number, name: string) => {
  /** Says something to the bot and gives the next message that comes back. */
  const ask = async (text: string) => {
    const before = server.messages.length
    expect(await post(request({ user, name, text }))).toEqual(taken)
    return server.waitFor(({ to }) => to === String(user), before)
  }
  return { ask, say: async (text: string) => (await ask(text)).text }
}
const [chen, wang] = [member(5000000001, '陈主任'), member(5000000002, '王桂香')]

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
  await server.waitFor(({ to, text }) => to === '5000000001' && text.includes('王桂香'), before)
  expect(await chen.say('名单 A1')).not.toContain('王桂香')
})

test('what can be said next are buttons, and a tap says it', async () => {
  const help = await wang.ask('/start')
  expect(help.buttons.length).toBeGreaterThan(0)
  expect(help.text).not.toContain('›')
  expect(await wang.say(help.buttons[0] ?? '')).not.toBe('')
})

describe('in a group', () => {
  test('whoever means the bot is answered there, under their words and in their topic', async () => {
    const before = server.messages.length
    await post(
      request({ user: 5000000002, message: 42, room: { ...room, thread: 7 }, text: '@help_bot 活动' }),
    )
    const answer = await server.waitFor(({ to }) => to === String(room.id), before)
    expect(answer).toMatchObject({ answers: 42, thread: 7, text: expect.stringContaining('A1') })
  })

  test('one that has become a supergroup is followed', async () => {
    server.move('-4001', -1009999999999)
    const before = server.messages.length
    await post(request({ user: 5000000002, room: { id: -4001, title: '老群' }, text: '@help_bot 活动' }))
    expect(await server.waitFor(({ to }) => to === '-1009999999999', before)).not.toHaveProperty('answers')
  })

  test('a command of another bot is nothing to us', async () => {
    const before = server.messages.length
    expect(await post(request({ user: 5000000002, room, text: '/list@other_bot' }))).toEqual(taken)
    expect(await wang.say('活动')).toContain('A1')
    expect(server.messages.slice(before)).toHaveLength(1)
  })
})

test('an update that is sent again is handled once', async () => {
  const told = request({ user: 5000000002, text: '我' })
  const before = server.messages.length
  for (let time = 0; time < 4; time++) expect(await post(told)).toEqual(taken)
  await server.waitFor(({ to }) => to === '5000000002', before)
  expect(await wang.say('活动')).toContain('A1')
  expect(server.messages.slice(before)).toHaveLength(2)
})

test('nobody can speak for a member: every forgery is answered 401 and leaves nothing', async () => {
  const told = request({ user: 5000000002, text: '报名 A1' })
  const before = server.messages.length
  for (const { name, request: forged } of telegramForgeries(told))
    expect({ name, ...(await post(forged)) }).toMatchObject({ name, status: 401 })
  expect(await wang.say('我的报名')).not.toContain('A1')
  expect(server.messages.slice(before)).toHaveLength(1)
})

describe('when the API refuses', () => {
  test('too many: the answer comes when Telegram allows it, once', async () => {
    const description = 'Too Many Requests: retry after 2'
    server.next({
      status: 429,
      body: { ok: false, error_code: 429, description, parameters: { retry_after: 2 } },
    })
    const [before, at] = [server.messages.length, performance.now()]
    expect(await wang.say('活动')).toContain('A1')
    expect(performance.now() - at).toBeGreaterThan(2_000)
    expect(server.messages.slice(before)).toHaveLength(1)
  })

  test('whoever blocked the bot is given up, and everybody else is answered', async () => {
    server.block('5000000009')
    await post(request({ user: 5000000009, text: '帮助' }))
    const row = await until(
      () => app.store.outbox.model.findOne({ 'to.id': '5000000009', state: 'failed' }).lean(),
      'the failed row',
    )
    expect(row.reason).toContain('403')
    expect(await wang.say('活动')).toContain('A1')
  })
})

test('the token, which is in every address, is never written down', async () => {
  const rows = JSON.stringify(await app.store.outbox.model.find().lean())
  for (const one of [token, secret]) expect(rows).not.toContain(one)
})
