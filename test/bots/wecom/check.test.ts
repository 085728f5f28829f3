import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { wecom } from '../../../bots/wecom/index.ts'
import { platformDeps } from '../../support/platform-deps.ts'
import { startWecomServer, type WecomServer } from '../../support/wecom-server.ts'

const app = { corpId: 'ww0123456789abcdef', agentId: '1000002', secret: 'the-secret-of-the-app' }

let server: WecomServer
beforeAll(async () => {
  server = await startWecomServer(app)
})
beforeEach(() => server.trust(true))
afterAll(() => server.stop())

const check = (changed: Record<string, string> = {}) =>
  wecom.check?.(
    {
      WECOM_CORP_ID: app.corpId,
      WECOM_AGENT_ID: app.agentId,
      WECOM_SECRET: app.secret,
      WECOM_API_URL: server.url,
      ...changed,
    },
    platformDeps({ fetch }),
  )

test('says the name of the app when all is right', async () => {
  expect(await check()).toEqual([
    { ok: true, says: 'WECOM_CORP_ID and WECOM_SECRET give an access token' },
    { ok: true, says: 'the app is 联动' },
  ])
})

test.each([
  ['WECOM_CORP_ID', 'ww1', 'WECOM_CORP_ID is not a 企业ID (errcode 40013)'],
  ['WECOM_SECRET', 'wrong-secret', 'WECOM_SECRET is not the Secret of this app (errcode 40001)'],
  ['WECOM_AGENT_ID', '1', 'WECOM_SECRET belongs to another app than WECOM_AGENT_ID (errcode 301002)'],
  ['WECOM_API_URL', 'http://127.0.0.1:9', '127.0.0.1:9 does not answer'],
])('says that %s is wrong, and not what it is', async (name, value, words) => {
  const lines = (await check({ [name]: value })) ?? []
  expect(lines.at(-1)).toEqual({ ok: false, says: expect.stringContaining(words) })
  expect(JSON.stringify(lines)).not.toContain(app.secret)
})

test('says with which address we are not in 企业可信IP', async () => {
  server.trust(false)
  expect((await check())?.at(-1)).toEqual({
    ok: false,
    says: 'the app: our address is not in 企业可信IP (errcode 60020); we come from 203.0.113.7',
  })
})

test('says that the app is switched off', async () => {
  server.next(
    { body: { errcode: 0, access_token: 'a'.repeat(64), expires_in: 7200 } },
    { body: { errcode: 0, access_token: 'b'.repeat(64), expires_in: 7200 } },
    { body: { errcode: 0, name: '联动', close: 1 } },
  )
  expect((await check())?.at(-1)).toMatchObject({ ok: false, says: expect.stringContaining('停用') })
})
