import { z } from 'zod'
import { apiUrlRule } from '../../src/chat/wire/api-url.ts'
import type { PlatformSettings } from '../../src/config.ts'

const aesKey = z.string().regex(/^[A-Za-z0-9+/]{43}$/, '43 letters and digits')

/** Where the API of 企业微信 is, unless the setting says otherwise. */
export const publicApi = 'https://qyapi.weixin.qq.com'

/** An app of 企业微信 that the organisation made itself (自建应用). */
export const wecomSettings: PlatformSettings = {
  required: [
    { name: 'WECOM_CORP_ID', help: '企业微信 app: 企业ID', rule: z.string().min(1) },
    { name: 'WECOM_AGENT_ID', help: '企业微信 app: AgentId', rule: z.string().regex(/^\d+$/, 'a number') },
    { name: 'WECOM_SECRET', help: '企业微信 app: Secret', rule: z.string().min(1), secret: true },
    {
      name: 'WECOM_TOKEN',
      help: '企业微信 app: Token of 接收消息',
      rule: z.string().regex(/^[A-Za-z0-9]{1,32}$/, 'up to 32 letters and digits'),
      secret: true,
    },
    {
      name: 'WECOM_AES_KEY',
      help: '企业微信 app: EncodingAESKey of 接收消息',
      rule: aesKey,
      secret: true,
    },
  ],
  optional: [
    {
      name: 'WECOM_API_URL',
      default: publicApi,
      help: '企业微信 app: where its API is, for a relay with a fixed address',
      rule: apiUrlRule,
    },
  ],
}
