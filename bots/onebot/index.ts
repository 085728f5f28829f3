import type { Platform, PlatformDeps } from '../../src/chat/platform.ts'
import { createApi, type OnebotApi } from './api.ts'
import { check } from './check.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { onebotSettings } from './settings.ts'
import { verify } from './verify.ts'

const apiOf = (
  { ONEBOT_URL: url = '', ONEBOT_ACCESS_TOKEN: token = '' }: Record<string, string>,
  deps: PlatformDeps,
): OnebotApi => createApi({ url, token }, deps)

/** QQ, by a gateway that speaks OneBot 11: direct chats with friends of the account, and groups it is in. */
export const onebot: Platform = {
  name: 'onebot',
  settings: onebotSettings,
  authenticatesBody: true,
  idempotentSend: false,
  maxBodyBytes: 256 * 1024,
  maxTextBytes: 3_000,
  // Nobody says what QQ allows; it shuts out those who are too fast. Slow is our choice.
  rates: { account: [{ points: 30, seconds: 60 }], conversation: [{ points: 1, seconds: 1 }] },
  start(settings, deps) {
    const { ONEBOT_SECRET: secret = '' } = settings
    const api = apiOf(settings, deps)
    return {
      account: 'default',
      receive(request) {
        verify(secret, request)
        return receive(request)
      },
      send: (message, signal) => send(api, message, signal),
    }
  },
  check: (settings, deps) => check(apiOf(settings, deps)),
}
