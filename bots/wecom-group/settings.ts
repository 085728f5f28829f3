import { z } from 'zod'
import { apiUrlRule } from '../../src/chat/wire/api-url.ts'
import type { PlatformSettings } from '../../src/config.ts'
import { readGroupKeys } from './keys.ts'

/** Where the API of 企业微信 is, unless the setting says otherwise. */
export const publicApi = 'https://qyapi.weixin.qq.com'

const keys = z.string().refine((value) => {
  try {
    return readGroupKeys(value).length > 0
  } catch {
    return false
  }
}, 'team=key, several separated by commas, none twice')

/** Group robots (群机器人, 消息推送) of 企业微信. */
export const wecomGroupSettings: PlatformSettings = {
  required: [
    {
      name: 'WECOM_GROUP_KEYS',
      help: '群机器人: 南园队=<key of its Webhook address>, several separated by commas',
      rule: keys,
      secret: true,
    },
  ],
  optional: [
    {
      name: 'WECOM_GROUP_API_URL',
      default: publicApi,
      help: '群机器人: where messages are posted, for a relay',
      rule: apiUrlRule,
    },
  ],
}
