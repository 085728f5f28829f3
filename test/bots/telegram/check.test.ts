import { afterAll, beforeAll, expect, test } from 'vitest'
import { telegram } from '../../../bots/telegram/index.ts'
import { telegram as fixtures } from '../../fixtures/telegram/fixtures.ts'
import { platformDeps } from '../../support/platform-deps.ts'
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts'

const { settings } = fixtures
let server: TelegramServer
beforeAll(async () => {
  server = await startTelegramServer({ token: settings.TELEGRAM_TOKEN ?? '', username: 'help_bot' })
})
afterAll(() => server.stop())

const check = (more: Record<string, string> = {}) =>
  telegram.check?.({ ...settings, TELEGRAM_API_URL: server.url, ...more }, platformDeps({ fetch }))

test('what is right is said', async () => {
  server.setWebhook({ url: 'https://example.org/webhooks/telegram' })
  expect(await check()).toEqual([
    { ok: true, says: 'TELEGRAM_TOKEN is that of @help_bot' },
    { ok: true, says: 'Telegram posts to https://example.org/webhooks/telegram' },
  ])
})

test('a webhook that is not set, and one that fails, are told', async () => {
  server.setWebhook({ url: '' })
  expect((await check())?.at(-1)).toEqual({ ok: false, says: expect.stringContaining('call setWebhook') })
  const url = 'https://example.org/webhooks/telegram'
  server.setWebhook({ url, last_error_message: 'Wrong response from the webhook: 401 Unauthorized' })
  expect((await check())?.at(-1)).toEqual({ ok: false, says: expect.stringContaining('401') })
})

test.each([
  ['another token', { TELEGRAM_TOKEN: '110201543:another-token-of-ours' }, /401 Unauthorized/],
  [
    'an address where nobody is',
    { TELEGRAM_API_URL: 'http://127.0.0.1:9' },
    /127\.0\.0\.1:9 does not answer/,
  ],
])('%s is told, and the token is not', async (_what, more, says) => {
  const lines = await check(more)
  expect(lines).toEqual([{ ok: false, says: expect.stringMatching(says) }])
  expect(JSON.stringify(lines)).not.toContain(settings.TELEGRAM_TOKEN)
})
