import { z } from 'zod'
import { apiUrlRule } from '../../src/chat/wire/api-url.ts'
import type { PlatformSettings } from '../../src/config.ts'

/** Where the API of 公众号 is, unless the setting says otherwise. */
export const publicApi = 'https://api.weixin.qq.com'

/** A 公众号 (服务号 or 订阅号). */
export const wechatMpSettings: PlatformSettings = {
  required: [
    { name: 'WECHAT_MP_APP_ID', help: '公众号: AppID', rule: z.string().min(1) },
    { name: 'WECHAT_MP_APP_SECRET', help: '公众号: AppSecret', rule: z.string().min(1), secret: true },
    {
      name: 'WECHAT_MP_TOKEN',
      help: '公众号: 令牌(Token) of 服务器配置',
      rule: z.string().regex(/^[A-Za-z0-9]{3,32}$/, '3 to 32 letters and digits'),
      secret: true,
    },
    {
      name: 'WECHAT_MP_AES_KEY',
      help: '公众号: 消息加解密密钥(EncodingAESKey)',
      rule: z.string().regex(/^[A-Za-z0-9+/]{43}$/, '43 letters and digits'),
      secret: true,
    },
  ],
  optional: [
    {
      name: 'WECHAT_MP_MODE',
      default: 'safe',
      help: '公众号: 消息加解密方式, safe (安全模式) or plain (明文模式: admins and social workers are then refused)',
      rule: z.enum(['plain', 'safe']),
    },
    {
      name: 'WECHAT_MP_API_URL',
      default: publicApi,
      help: '公众号: where its API is, for a relay with a fixed address',
      rule: apiUrlRule,
    },
  ],
}
