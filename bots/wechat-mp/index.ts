import type { Platform, PlatformDeps } from '../../src/chat/platform.ts'
import { createWxEnvelope } from '../../src/chat/wire/wx-envelope.ts'
import { type Api, createApi } from './api.ts'
import { check } from './check.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { publicApi, wechatMpSettings } from './settings.ts'

type Settings = Record<string, string>

const modeOf = ({ WECHAT_MP_MODE: mode }: Settings) => (mode === 'plain' ? 'plain' : 'safe')

const apiOf = (
  {
    WECHAT_MP_API_URL: url = publicApi,
    WECHAT_MP_APP_ID: appId = '',
    WECHAT_MP_APP_SECRET: secret = '',
  }: Settings,
  deps: PlatformDeps,
): Api => createApi({ url, appId, secret }, deps)

/** A 公众号: direct chats with whoever follows it. */
export const wechatMp: Platform = {
  name: 'wechat-mp',
  settings: wechatMpSettings,
  authenticatesBody: true,
  idempotentSend: false,
  maxBodyBytes: 64 * 1024,
  // 2048 bytes, of which quick replies take some.
  maxTextBytes: 1_600,
  rates: { account: [{ perDay: 500_000 }] },
  start(settings, deps) {
    const { WECHAT_MP_APP_ID: appId = '', WECHAT_MP_TOKEN: token = '' } = settings
    const { WECHAT_MP_AES_KEY: aesKey = '' } = settings
    const mode = modeOf(settings)
    const envelope = mode === 'safe' ? createWxEnvelope({ token, aesKey, receiveId: appId }) : undefined
    const api = apiOf(settings, deps)
    return {
      account: appId,
      // In plain mode the signature covers a time and nothing that was said.
      authenticatesBody: mode === 'safe',
      receive: (request) => receive({ appId, token, envelope }, request, deps),
      send: (message, signal) => send({ api, appId }, message, { ...deps, signal }),
    }
  },
  check: (settings, deps) => check(apiOf(settings, deps), modeOf(settings)),
}
