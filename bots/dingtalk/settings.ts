import { z } from 'zod'
import { apiUrlRule } from '../../src/chat/wire/api-url.ts'
import type { PlatformSettings } from '../../src/config.ts'

/** Where the API of 钉钉 is, unless the setting says otherwise. */
export const publicApi = 'https://api.dingtalk.com'

/** An app of 钉钉 that the organisation made itself (企业内部应用), with a robot in HTTP mode. */
export const dingtalkSettings: PlatformSettings = {
  required: [
    { name: 'DINGTALK_APP_KEY', help: '钉钉 app: Client ID (AppKey)', rule: z.string().min(1), secret: true },
    {
      name: 'DINGTALK_APP_SECRET',
      help: '钉钉 app: Client Secret (AppSecret)',
      rule: z.string().min(16, 'at least 16 characters'),
      secret: true,
    },
    { name: 'DINGTALK_ROBOT_CODE', help: '钉钉 app: RobotCode of its robot', rule: z.string().min(1) },
  ],
  optional: [
    {
      name: 'DINGTALK_API_URL',
      default: publicApi,
      help: '钉钉 app: where its API is, for a relay with a fixed address',
      rule: apiUrlRule,
    },
  ],
}
