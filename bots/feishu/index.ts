import type { Platform, PlatformDeps } from '../../src/chat/platform.ts'
import { createApi, type FeishuApi } from './api.ts'
import { check } from './check.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { feishuSettings } from './settings.ts'

const apiOf = (settings: Record<string, string>, deps: PlatformDeps): FeishuApi => {
  const { FEISHU_API_URL: url = 'https://open.feishu.cn' } = settings
  const { FEISHU_APP_ID: appId = '', FEISHU_APP_SECRET: appSecret = '' } = settings
  return createApi({ url, appId, appSecret }, deps)
}

/** An app of 飞书 with a bot: direct chats with the members of the organisation, and groups it is in. */
export const feishu: Platform = {
  name: 'feishu',
  settings: feishuSettings,
  authenticatesBody: true,
  // 飞书 drops a uuid it has seen for an hour only, and a message is tried for a day.
  idempotentSend: false,
  maxBodyBytes: 256 * 1024,
  // 150 KB are allowed; nobody reads that much on a phone.
  maxTextBytes: 8_000,
  // open.feishu.cn, 发送消息: 1000 a minute and 50 a second, 5 a second to one person or group.
  rates: {
    account: [
      { points: 50, seconds: 1 },
      { points: 1_000, seconds: 60 },
    ],
    conversation: [{ points: 5, seconds: 1 }],
  },
  start(settings, deps) {
    const { FEISHU_APP_ID: appId = '', FEISHU_ENCRYPT_KEY: encryptKey = '' } = settings
    const { FEISHU_VERIFICATION_TOKEN: verificationToken = '' } = settings
    const keys = { appId, encryptKey, verificationToken }
    const api = apiOf(settings, deps)
    let openId: Promise<string> | undefined
    /** It stays the same as long as the app does; what failed is asked again. */
    const bot = (): Promise<string> => {
      openId ??= api.bot().then(({ openId: found }) => found)
      openId.catch(() => (openId = undefined))
      return openId
    }
    return {
      // A person's open_id is another one in every app.
      account: appId,
      receive: (request) => receive(keys, request, bot),
      send: (message, signal) => send(api, message, signal),
    }
  },
  check: (settings, deps) => check(apiOf(settings, deps)),
}
