import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { platforms } from '../../bots/index.ts'
import { checkPlatforms } from '../../scripts/check-platforms-text.ts'
import { startWecomServer, type WecomServer } from '../support/wecom-server.ts'

const app = { corpId: 'ww0123456789abcdef', agentId: '1000002', secret: 'the-secret-of-the-app' }
const root = fileURLToPath(new URL('../..', import.meta.url))

let server: WecomServer
let env: Record<string, string>
beforeAll(async () => {
  server = await startWecomServer(app)
  env = {
    PUBLIC_URL: 'https://bot.example.org',
    WECOM_CORP_ID: app.corpId,
    WECOM_AGENT_ID: app.agentId,
    WECOM_SECRET: app.secret,
    WECOM_TOKEN: 'aToken',
    WECOM_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    WECOM_API_URL: server.url,
  }
})
beforeEach(() => server.trust(true))
afterAll(() => server.stop())

const check = (changed: Record<string, string> = {}) =>
  checkPlatforms({ env: { ...env, ...changed }, platforms, fetch, now: Date.now })

/** The command as it is run, on the servers of the test; gives how it ended and what it printed. */
const run = (changed: Record<string, string> = {}) =>
  new Promise<{ code: number; printed: string }>((resolve) => {
    const child = execFile(
      'node_modules/.bin/tsx',
      ['scripts/check-platforms.ts'],
      { cwd: root, env: { PATH: process.env.PATH, ...env, ...changed } },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, printed: out + err }),
    )
  })

test('prints what each platform says, and the address for its console', async () => {
  expect(await check()).toEqual({
    ok: true,
    lines: [
      'wecom',
      'ok   WECOM_CORP_ID and WECOM_SECRET give an access token',
      'ok   the app is 联动',
      '     webhook address: https://bot.example.org/webhooks/wecom',
    ],
  })
})

test('one line that is not right is enough', async () => {
  server.trust(false)
  const { ok, lines } = await check()
  expect(ok).toBe(false)
  expect(lines).toContain(
    'NOT  the app: our address is not in 企业可信IP (errcode 60020); we come from 203.0.113.7',
  )
})

test('a platform that is not on is not asked', async () => {
  expect(await checkPlatforms({ env: {}, platforms, fetch, now: Date.now })).toEqual({
    ok: true,
    lines: ['no platform is on that can be checked'],
  })
})

test('the command ends with 0 when all is right, else with 1, and prints no secret', async () => {
  expect(await run()).toMatchObject({ code: 0, printed: expect.stringContaining('ok   the app is 联动') })
  const wrong = await run({ WECOM_SECRET: 'not-the-secret' })
  expect(wrong).toMatchObject({ code: 1, printed: expect.stringContaining('NOT ') })
  expect(wrong.printed).not.toContain('not-the-secret')
  expect(await run({ WECOM_TOKEN: '' })).toMatchObject({
    code: 1,
    printed: expect.stringContaining('wecom is half set: also set WECOM_TOKEN'),
  })
}, 120_000)
