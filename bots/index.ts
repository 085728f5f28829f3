import type { Platform } from '../src/chat/platform.ts'
import { dingtalk } from './dingtalk/index.ts'
import { feishu } from './feishu/index.ts'
import { onebot } from './onebot/index.ts'
import { playground } from './playground/index.ts'
import { standard } from './standard/index.ts'
import { telegram } from './telegram/index.ts'
import { wechatMp } from './wechat-mp/index.ts'
import { wecomBot } from './wecom-bot/index.ts'
import { wecomGroup } from './wecom-group/index.ts'
import { wecom } from './wecom/index.ts'

/** Every platform there is. A new one is a folder and a line here. */
export const platforms: readonly Platform[] = [
  standard,
  playground,
  wechatMp,
  wecom,
  wecomBot,
  wecomGroup,
  feishu,
  dingtalk,
  telegram,
  onebot,
]
