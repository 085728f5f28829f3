import { afterAll, beforeAll, expect, test } from 'vitest'
import { feishu } from '../../../bots/feishu/index.ts'
import { feishu as fixtures } from '../../fixtures/feishu/fixtures.ts'
import { type FeishuServer, startFeishuServer } from '../../support/feishu-server.ts'
import { platformDeps } from '../../support/platform-deps.ts'

const app = { appId: 'cli_a1b2c3', secret: 'the-secret', bot: 'ou_bot' }
let server: FeishuServer
beforeAll(async () => {
  server = await startFeishuServer(app)
})
afterAll(() => server.stop())

const check = (settings: Record<string, string> = {}) =>
  feishu.check?.(
    { ...fixtures.settings, FEISHU_APP_SECRET: app.secret, FEISHU_API_URL: server.url, ...settings },
    platformDeps({ fetch }),
  )

test('what is right is said', async () => {
  expect(await check()).toEqual([
    { ok: true, says: 'FEISHU_APP_ID and FEISHU_APP_SECRET give an access token' },
    { ok: true, says: 'the bot is 联动' },
  ])
})

test.each([
  ['another App Secret', { FEISHU_APP_SECRET: 'no' }, /10014.*secret/],
  ['an App ID that is none', { FEISHU_APP_ID: 'cli_none' }, /FEISHU_APP_ID.*10003/],
  ['an address where nobody is', { FEISHU_API_URL: 'http://127.0.0.1:9' }, /127\.0\.0\.1:9 does not answer/],
])('%s is told', async (_what, settings, says) => {
  expect(await check(settings)).toEqual([{ ok: false, says: expect.stringMatching(says) }])
})

test('a bot that is not there is told, with where it is added', async () => {
  const bot = { code: 99991672, msg: 'Access denied' }
  server.next({ body: { code: 0, tenant_access_token: 't-1', expire: 7200 } })
  server.next({ body: { code: 0, tenant_access_token: 't-1', expire: 7200 } })
  server.next({ status: 400, body: bot })
  expect((await check())?.at(-1)).toEqual({ ok: false, says: expect.stringMatching(/机器人.*99991672/) })
})
