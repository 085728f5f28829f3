import type { Platform, PlatformDeps } from '../../src/chat/platform.ts'
import { createApi, type DingtalkApi } from './api.ts'
import { check } from './check.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { dingtalkSettings, publicApi } from './settings.ts'
import { verify } from './verify.ts'

const apiOf = (settings: Record<string, string>, deps: PlatformDeps): DingtalkApi => {
  const { DINGTALK_API_URL: url = publicApi, DINGTALK_ROBOT_CODE: robotCode = '' } = settings
  const { DINGTALK_APP_KEY: appKey = '', DINGTALK_APP_SECRET: secret = '' } = settings
  return createApi({ url, appKey, secret, robotCode }, deps)
}

/** The robot of an app of 钉钉: direct chats with the members of the organisation, and groups in which it is mentioned. */
export const dingtalk: Platform = {
  name: 'dingtalk',
  settings: dingtalkSettings,
  // Its signature covers a time and nothing else.
  authenticatesBody: false,
  idempotentSend: false,
  maxBodyBytes: 256 * 1024,
  // A body may have 20 000 bytes.
  maxTextBytes: 4_000,
  // 20 messages a minute in a group, else ten minutes of silence; 20 calls a second of one app are our choice.
  rates: { account: [{ points: 20, seconds: 1 }], room: [{ points: 20, seconds: 60 }] },
  start(settings, deps) {
    const { DINGTALK_APP_KEY: appKey = '', DINGTALK_APP_SECRET: secret = '' } = settings
    const { DINGTALK_ROBOT_CODE: robotCode = '', DINGTALK_API_URL: apiUrl = publicApi } = settings
    const api = apiOf(settings, deps)
    return {
      account: appKey,
      async receive(request) {
        await verify({ appKey, secret }, request, deps.shared)
        return receive({ robotCode, apiUrl }, request)
      },
      send: (message, signal) => send(api, message, { now: deps.now(), signal }),
    }
  },
  check: (settings, deps) => check(apiOf(settings, deps)),
}
