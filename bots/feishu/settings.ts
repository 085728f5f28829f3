import { z } from 'zod'
import { apiUrlRule } from '../../src/chat/wire/api-url.ts'
import type { PlatformSettings } from '../../src/config.ts'

/** An app of 飞书 that the organisation made itself (企业自建应用). */
export const feishuSettings: PlatformSettings = {
  required: [
    {
      name: 'FEISHU_APP_ID',
      help: '飞书 app: App ID',
      rule: z.string().regex(/^cli_\w+$/, 'cli_ and letters'),
    },
    { name: 'FEISHU_APP_SECRET', help: '飞书 app: App Secret', rule: z.string().min(1), secret: true },
    {
      name: 'FEISHU_ENCRYPT_KEY',
      help: '飞书 app: Encrypt Key of 加密策略',
      rule: z.string().min(8, 'at least 8 characters'),
      secret: true,
    },
    {
      name: 'FEISHU_VERIFICATION_TOKEN',
      help: '飞书 app: Verification Token of 加密策略',
      rule: z.string().min(1),
      secret: true,
    },
  ],
  optional: [
    {
      name: 'FEISHU_API_URL',
      default: 'https://open.feishu.cn',
      help: '飞书 app: where its API is; https://open.larksuite.com for Lark',
      rule: apiUrlRule,
    },
  ],
}
