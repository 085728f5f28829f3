import type { Platform, PlatformDeps } from '../../src/chat/platform.ts'
import { createApi, type TelegramApi } from './api.ts'
import { check } from './check.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { publicApi, telegramSettings } from './settings.ts'
import { verify } from './verify.ts'

const apiOf = (
  { TELEGRAM_API_URL: url = publicApi, TELEGRAM_TOKEN: token = '' }: Record<string, string>,
  deps: PlatformDeps,
): TelegramApi => createApi({ url, token }, deps)

/** A bot of Telegram: direct chats and groups. */
export const telegram: Platform = {
  name: 'telegram',
  settings: telegramSettings,
  // No signature, but a secret in every request that only Telegram and we have: whoever has it could sign as well.
  authenticatesBody: true,
  idempotentSend: false,
  maxBodyBytes: 256 * 1024,
  // 4096 characters of UTF-16, which never are more than bytes of UTF-8.
  maxTextBytes: 3_600,
  // core.telegram.org/bots/faq: 30 a second, one a second in a chat, 20 a minute in a group.
  rates: {
    account: [{ points: 30, seconds: 1 }],
    conversation: [{ points: 1, seconds: 1 }],
    room: [{ points: 20, seconds: 60 }],
  },
  start(settings, deps) {
    const { TELEGRAM_TOKEN: token = '', TELEGRAM_SECRET: secret = '' } = settings
    const api = apiOf(settings, deps)
    const [account = ''] = token.split(':')
    let known: Promise<string> | undefined
    /** It can be changed at @BotFather, which nobody does; what failed is asked again. */
    const username = (): Promise<string> => {
      known ??= api.result('getMe').then(({ username: name }) => String(name))
      known.catch(() => (known = undefined))
      return known
    }
    return {
      account,
      receive(request) {
        verify(secret, request)
        return receive(request, { id: account, username })
      },
      send: (message, signal) => send(api, message, signal),
    }
  },
  check: (settings, deps) => check(apiOf(settings, deps)),
}
