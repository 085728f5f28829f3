import type { Platform } from '../../src/chat/platform.ts'
import { createWxEnvelope } from '../../src/chat/wire/wx-envelope.ts'
import { check } from './check.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { publicApi, wecomBotSettings } from './settings.ts'

/** A 智能机器人 of 企业微信: mentioned in groups, or in a direct chat; it answers and does not call. */
export const wecomBot: Platform = {
  name: 'wecom-bot',
  settings: wecomBotSettings,
  authenticatesBody: true,
  idempotentSend: false,
  maxBodyBytes: 64 * 1024,
  // One answer is all there is, so that it is hardly ever split.
  maxTextBytes: 18_000,
  // developer.work.weixin.qq.com/document/path/101138
  rates: {
    conversation: [
      { points: 30, seconds: 60, burst: 15 },
      { points: 1_000, seconds: 3600 },
    ],
  },
  start(settings, deps) {
    const { WECOM_BOT_TOKEN: token = '', WECOM_BOT_AES_KEY: aesKey = '' } = settings
    const { WECOM_BOT_API_URL: api = publicApi } = settings
    // Robots of an organisation's own have no receiver in their envelope.
    const envelope = createWxEnvelope({ token, aesKey, receiveId: '' })
    return {
      account: 'default',
      receive: (request) => receive({ envelope, api }, request),
      send: (message, signal) => send(api, message, { ...deps, signal }),
    }
  },
  check: ({ WECOM_BOT_API_URL: api = publicApi }, deps) => check(api, deps),
}
