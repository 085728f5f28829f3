import type { CheckLine } from '../../src/chat/platform.ts'
import { asAppError } from '../../src/errors.ts'
import type { TelegramApi } from './api.ts'

/** Asks Telegram about the bot and where it posts to. The secret is tried by every update: see what it says was wrong. */
export async function check(api: TelegramApi): Promise<CheckLine[]> {
  try {
    const { username } = await api.result('getMe')
    const bot = { ok: true, says: `TELEGRAM_TOKEN is that of @${String(username)}` }
    return [bot, ...hookLines(await api.result('getWebhookInfo'))]
  } catch (error) {
    return [{ ok: false, says: `TELEGRAM_TOKEN: ${asAppError(error).message}` }]
  }
}

function hookLines({ url, last_error_message: failed }: Record<string, unknown>): CheckLine[] {
  const isOurs = typeof url === 'string' && url.endsWith('/webhooks/telegram')
  if (!isOurs) return [{ ok: false, says: 'Telegram does not post to /webhooks/telegram: call setWebhook' }]
  const set = { ok: true, says: `Telegram posts to ${url}` }
  // 401 there is our answer to another secret_token than TELEGRAM_SECRET.
  return typeof failed === 'string'
    ? [set, { ok: false, says: `the last time that failed: ${failed}` }]
    : [set]
}
