import { afterAll, beforeAll, expect, test } from 'vitest'
import { onebot } from '../../../bots/onebot/index.ts'
import { onebot as fixtures } from '../../fixtures/onebot/fixtures.ts'
import { type OnebotServer, startOnebotServer } from '../../support/onebot-server.ts'
import { platformDeps } from '../../support/platform-deps.ts'

const { settings } = fixtures
let server: OnebotServer
beforeAll(async () => {
  server = await startOnebotServer({ token: settings.ONEBOT_ACCESS_TOKEN ?? '', self: 10001000 })
})
afterAll(() => server.stop())

const check = (more: Record<string, string> = {}) =>
  onebot.check?.({ ...settings, ONEBOT_URL: server.url, ...more }, platformDeps({ fetch }))

test('what is right is said', async () => {
  expect(await check()).toEqual([
    { ok: true, says: 'ONEBOT_URL and ONEBOT_ACCESS_TOKEN are right: the gateway is QQ 10001000' },
  ])
})

test.each([
  ['another token', { ONEBOT_ACCESS_TOKEN: 'another token of ours' }, /ONEBOT_ACCESS_TOKEN.*403/],
  ['an address where nobody is', { ONEBOT_URL: 'http://127.0.0.1:9' }, /127\.0\.0\.1:9 does not answer/],
])('%s is told', async (_what, more, says) => {
  expect(await check(more)).toEqual([{ ok: false, says: expect.stringMatching(says) }])
})

test('a gateway that was thrown out of QQ is told', async () => {
  server.logOut()
  expect((await check())?.at(-1)).toEqual({ ok: false, says: expect.stringContaining('not logged in') })
})
