import { z } from 'zod'
import { apiUrlRule } from '../../src/chat/wire/api-url.ts'
import type { PlatformSettings } from '../../src/config.ts'

/** Where the Bot API is, unless the setting says otherwise. */
export const publicApi = 'https://api.telegram.org'

/** A bot of Telegram, by webhook. */
export const telegramSettings: PlatformSettings = {
  required: [
    {
      name: 'TELEGRAM_TOKEN',
      help: 'Telegram: the token @BotFather gave for the bot',
      rule: z.string().regex(/^\d{5,16}:[\w-]{20,}$/, 'a number, a colon and letters, as @BotFather says it'),
      secret: true,
    },
    {
      name: 'TELEGRAM_SECRET',
      help: 'Telegram: secret_token given to setWebhook (16 characters or more of A-Z a-z 0-9 _ -)',
      rule: z.string().regex(/^[\w-]{16,256}$/, '16 to 256 characters of A-Z a-z 0-9 _ -'),
      secret: true,
    },
  ],
  optional: [
    {
      name: 'TELEGRAM_API_URL',
      default: publicApi,
      help: 'Telegram: where the Bot API is, for a proxy or a server of one’s own',
      rule: apiUrlRule,
    },
  ],
}
