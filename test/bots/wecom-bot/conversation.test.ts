import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wecomBot } from '../../../bots/wecom-bot/index.ts'
import { createWxEnvelope } from '../../../src/chat/wire/wx-envelope.ts'
import { type App, startApp } from '../../support/app.ts'
import { postWebhook } from '../../support/post-webhook.ts'
import { until } from '../../support/until.ts'
import { startWecomBotServer, type WecomBotServer } from '../../support/wecom-bot-server.ts'
import { wxAddressCheck, wxForgeries, wxRequest } from '../../support/wx-request.ts'

// A social worker and a volunteer with a 智能机器人, in the group of their team and in direct chats.

const keys = { token: 'aBotToken', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiveId: '' }
const group = 'wrNanYuanDui'

let app: App
let server: WecomBotServer
beforeAll(async () => {
  server = await startWecomBotServer({ now: () => app.clock.now() })
  app = await startApp({
    platforms: [wecomBot],
    env: {
      WECOM_BOT_TOKEN: keys.token,
      WECOM_BOT_AES_KEY: keys.aesKey,
      WECOM_BOT_API_URL: server.url,
    },
  })
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

const post = (told: Parameters<typeof postWebhook>[1]) => postWebhook(`${app.url}/webhooks/wecom-bot`, told)
const seal = (json: object) => wxRequest(keys, JSON.stringify(json), { at: app.clock.now(), asJson: true })

/** A message as 企业微信 posts it: in the group it mentions the robot. */
const said = (user: string, text: string, where: 'direct' | 'group') => ({
  msgid: randomBytes(16).toString('base64'),
  aibotid: 'AIBOTID',
  from: { userid: user },
  ...(where === 'group' ? { chattype: 'group', chatid: group } : { chattype: 'single' }),
  response_url: server.responseUrl(where === 'group' ? group : user, user),
  msgtype: 'text',
  text: { content: where === 'group' ? `@联动小助手 ${text}` : text },
})

const member = (user: string) => {
  const talk = async (text: string, where: 'direct' | 'group') => {
    const before = server.messages.length
    expect(await post(seal(said(user, text, where)))).toEqual({ status: 200, text: '' })
    const chat = where === 'group' ? group : user
    return (await server.waitFor((one) => one.chat === chat && one.to === user, before)).text
  }
  return {
    /** Says something in a direct chat and gives the answer. */
    say: (text: string) => talk(text, 'direct'),
    /** Mentions the robot in the group and gives the answer there. */
    ask: (text: string) => talk(text, 'group'),
  }
}
const [chen, wang] = [member('ChenZhuRen'), member('wang-guixiang')]

test('the address is checked by the console', async () => {
  const asked = { ...wxAddressCheck(keys, '1616140317555161061', { at: app.clock.now() }), method: 'GET' }
  expect(await post(asked)).toEqual({ status: 200, text: '1616140317555161061' })
  for (const { request: forged } of wxForgeries(asked).filter(({ name }) => !name.includes('body')))
    expect(await post({ ...forged, method: 'GET' })).toMatchObject({ status: 401 })
})

test('a social worker posts an activity, a volunteer registers, signs up in the group and cancels', async () => {
  expect(await chen.say(`认领 ${app.claimCode}`)).toContain('你现在是管理员了')
  await chen.say('队 新建 南园队')
  expect(await chen.ask('绑定 南园队')).toContain('只能回答，不能先开口')
  expect(await chen.say('发布 探访老人｜老人服务｜南园队｜周六9:00-12:00｜福利院｜10人')).toContain(
    '请核对：',
  )
  expect(await chen.say('是')).toContain('发布了：A1 探访老人')

  expect(await wang.ask('报名 A1')).toContain('请私聊我')
  expect(await wang.say('注册 王桂香 13800000000 1955')).toContain('同意就回复「同意」')
  expect(await wang.say('同意')).toContain('登记好了，王桂香！')
  expect(await wang.ask('报名 A1')).toContain('报名成功：A1 探访老人')
  expect(await chen.say('名单 A1')).toContain('王桂香')
  expect(await wang.ask('取消 A1')).toContain('A1')
  expect(await chen.say('名单 A1')).not.toContain('王桂香')
})

test('what is private is not said in the group, and the answer does not claim that it was sent', async () => {
  const answer = await wang.ask('我')
  expect(answer).toBe('细节不方便在群里说，请到和我的单聊里问。')
  expect(await wang.say('我')).toContain('王桂香')
})

test('no call counts on a group in which nobody can begin to speak', async () => {
  expect(await chen.say('召集 A1 南园队')).not.toContain('1 个群')
  await chen.say('不')
})

test('a message that is sent again is handled and answered once', async () => {
  const told = seal(said('wang-guixiang', '活动', 'direct'))
  const before = server.messages.length
  for (let time = 0; time < 4; time++) expect(await post(told)).toEqual({ status: 200, text: '' })
  await server.waitFor(({ to }) => to === 'wang-guixiang', before)
  expect(await wang.say('报名 A1')).toContain('报名成功')
  expect(server.messages.slice(before)).toHaveLength(2)
})

test('nobody can speak for a member: every forgery is answered 401 and leaves nothing', async () => {
  const before = server.messages.length
  for (const { request: forged } of wxForgeries(seal(said('wang-guixiang', '取消 A1', 'direct'))))
    expect(await post(forged)).toMatchObject({ status: 401 })
  expect(await wang.say('我的报名')).toContain('A1')
  expect(server.messages.slice(before)).toHaveLength(1)
})

test('a stream that was begun by somebody else before us is over', async () => {
  const asked = seal({ ...said('wang-guixiang', '', 'direct'), msgtype: 'stream', stream: { id: 'S-1' } })
  const { status, text } = await post(asked)
  expect(status).toBe(200)
  const { encrypt, msgsignature, timestamp, nonce } = JSON.parse(text) as Record<string, string>
  const proof = { signature: msgsignature ?? '', timestamp: String(timestamp), nonce: nonce ?? '' }
  expect(JSON.parse(createWxEnvelope(keys).open(encrypt ?? '', proof))).toEqual({
    msgtype: 'stream',
    stream: { id: 'S-1', finish: true, content: '' },
  })
})

describe('the response_url', () => {
  const failed = (reason: string) =>
    until(
      () => app.store.outbox.model.findOne({ state: 'failed', reason: new RegExp(reason) }).lean(),
      `a row that failed because ${reason}`,
    )

  test('of another host is refused before anything is handled', async () => {
    const before = server.calls.length
    const elsewhere = `${server.url.replace('127.0.0.1', 'localhost')}/cgi-bin/aibot/response?response_code=x`
    expect(
      await post(seal({ ...said('wang-guixiang', '活动', 'direct'), response_url: elsewhere })),
    ).toMatchObject({
      status: 400,
    })
    expect(await wang.say('活动')).toContain('A1')
    expect(server.calls.length).toBe(before + 1)
  })

  test('is tried again by the answer that has it when 企业微信 is busy, and then takes it', async () => {
    server.next({ body: { errcode: -1, errmsg: 'system busy' } })
    const before = server.messages.length
    expect(await wang.say('活动')).toContain('A1')
    expect(server.messages.slice(before)).toHaveLength(1)
  })

  test('that is not good any more ends its answer, and no other', async () => {
    server.next({ body: { errcode: 40001, errmsg: 'invalid response_code' } })
    await post(seal(said('wang-guixiang', '帮助', 'direct')))
    expect((await failed('40001')).to.id).toBe('wang-guixiang')
    expect(await wang.say('活动')).toContain('A1')
  })

  test('is all there is: who has said nothing hears nothing', async () => {
    await wang.say('取消 A1')
    expect((await failed('speaks only when')).to.id).toBe('ChenZhuRen')
  })
})
