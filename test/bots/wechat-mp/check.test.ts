import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { wechatMp } from '../../../bots/wechat-mp/index.ts'
import { platformDeps } from '../../support/platform-deps.ts'
import { startWechatMpServer, type WechatMpServer } from '../../support/wechat-mp-server.ts'

const account = { appId: 'wx0123456789abcdef', secret: 'the-app-secret' }

let server: WechatMpServer
beforeAll(async () => {
  server = await startWechatMpServer({ ...account, now: Date.now })
})
beforeEach(() => {
  server.certify(true)
  server.allow(true)
})
afterAll(() => server.stop())

const check = (changed: Record<string, string> = {}) =>
  wechatMp.check?.(
    {
      WECHAT_MP_APP_ID: account.appId,
      WECHAT_MP_APP_SECRET: account.secret,
      WECHAT_MP_MODE: 'safe',
      WECHAT_MP_API_URL: server.url,
      ...changed,
    },
    platformDeps({ fetch }),
  )

test('says that all is right, and writes to nobody', async () => {
  expect(await check()).toEqual([
    { ok: true, says: 'WECHAT_MP_APP_ID and WECHAT_MP_APP_SECRET give an access token' },
    { ok: true, says: '客服消息 may be sent' },
    { ok: true, says: '安全模式: who writes is proved, also for admins and social workers' },
  ])
  expect(server.messages).toEqual([])
})

test.each([
  ['WECHAT_MP_APP_ID', 'wx1', 'WECHAT_MP_APP_ID is not an AppID (errcode 40013)'],
  ['WECHAT_MP_APP_SECRET', 'wrong', 'WECHAT_MP_APP_SECRET is not the AppSecret (errcode 40125)'],
])('says that %s is wrong', async (name, value, words) => {
  expect(await check({ [name]: value })).toEqual([{ ok: false, says: expect.stringContaining(words) }])
})

test('says with which address we are not in the IP白名单', async () => {
  server.allow(false)
  expect((await check())?.[0]?.says).toContain('IP白名单 (errcode 40164); we come from 203.0.113.7')
})

test('says that an account without certification may not call', async () => {
  server.certify(false)
  expect((await check())?.[1]).toEqual({ ok: false, says: expect.stringContaining('errcode 48001') })
})

test('says what 明文模式 costs', async () => {
  expect((await check({ WECHAT_MP_MODE: 'plain' }))?.[2]?.says).toContain('are refused')
})
