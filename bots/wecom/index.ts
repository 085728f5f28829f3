import type { Platform, PlatformDeps } from '../../src/chat/platform.ts'
import { createWxEnvelope } from '../../src/chat/wire/wx-envelope.ts'
import { type Api, createApi } from './api.ts'
import { check } from './check.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { publicApi, wecomSettings } from './settings.ts'

type Settings = Record<string, string>

const apiOf = (
  {
    WECOM_API_URL: url = publicApi,
    WECOM_CORP_ID: corpId = '',
    WECOM_AGENT_ID: agentId = '',
    WECOM_SECRET: secret = '',
  }: Settings,
  deps: PlatformDeps,
): Api => createApi({ url, corpId, agentId, secret }, deps)

/** An app of 企业微信 (自建应用): direct chats with the members of the organisation. */
export const wecom: Platform = {
  name: 'wecom',
  settings: wecomSettings,
  authenticatesBody: true,
  idempotentSend: false,
  maxBodyBytes: 64 * 1024,
  // 2048 bytes, of which quick replies take some.
  maxTextBytes: 1_600,
  // developer.work.weixin.qq.com/document/path/90454 (访问频率限制)
  rates: {
    account: [
      { points: 10_000, seconds: 60 },
      { points: 150_000, seconds: 3600 },
    ],
    conversation: [
      { points: 30, seconds: 60, burst: 15 },
      { points: 1_000, seconds: 3600 },
    ],
  },
  start(settings, deps) {
    const { WECOM_CORP_ID: corpId = '', WECOM_AGENT_ID: agentId = '' } = settings
    const { WECOM_TOKEN: token = '', WECOM_AES_KEY: aesKey = '' } = settings
    const envelope = createWxEnvelope({ token, aesKey, receiveId: corpId })
    const api = apiOf(settings, deps)
    return {
      // A userid means the same member in every app of the corp.
      account: corpId,
      receive: (request) => receive({ envelope, agentId }, request),
      send: (message, signal) => send(api, message, signal),
    }
  },
  check: (settings, deps) => check(apiOf(settings, deps)),
}
