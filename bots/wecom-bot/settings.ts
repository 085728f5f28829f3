import { z } from 'zod'
import { apiUrlRule } from '../../src/chat/wire/api-url.ts'
import type { PlatformSettings } from '../../src/config.ts'

/** Where the API of 企业微信 is, unless the setting says otherwise. */
export const publicApi = 'https://qyapi.weixin.qq.com'

/** A 智能机器人 of 企业微信 in API mode, with a URL for its messages. */
export const wecomBotSettings: PlatformSettings = {
  required: [
    {
      name: 'WECOM_BOT_TOKEN',
      help: '智能机器人: Token of 接收消息',
      rule: z.string().regex(/^[A-Za-z0-9]{1,32}$/, 'up to 32 letters and digits'),
      secret: true,
    },
    {
      name: 'WECOM_BOT_AES_KEY',
      help: '智能机器人: EncodingAESKey of 接收消息',
      rule: z.string().regex(/^[A-Za-z0-9+/]{43}$/, '43 letters and digits'),
      secret: true,
    },
  ],
  optional: [
    {
      name: 'WECOM_BOT_API_URL',
      default: publicApi,
      help: '智能机器人: where its answers are posted, for a relay',
      rule: apiUrlRule,
    },
  ],
}
