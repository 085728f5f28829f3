import { z } from 'zod'
import type { PlatformSettings } from '../../src/config.ts'

/** A gateway to QQ that speaks OneBot 11, by HTTP both ways. */
export const onebotSettings: PlatformSettings = {
  required: [
    {
      name: 'ONEBOT_SECRET',
      help: 'OneBot 11 (QQ): secret the gateway signs with (16 characters or more)',
      rule: z.string().min(16, 'at least 16 characters'),
      secret: true,
    },
    {
      name: 'ONEBOT_URL',
      help: 'OneBot 11 (QQ): where the gateway’s HTTP API is, in a private network',
      rule: z.url({ protocol: /^https?$/ }),
    },
    {
      name: 'ONEBOT_ACCESS_TOKEN',
      help: 'OneBot 11 (QQ): access token of that API',
      rule: z.string().min(16, 'at least 16 characters'),
      secret: true,
    },
  ],
  optional: [],
}
