import type { Platform } from '../../src/chat/platform.ts'
import { check } from './check.ts'
import { readGroupKeys } from './keys.ts'
import { send } from './send.ts'
import { publicApi, wecomGroupSettings } from './settings.ts'

/** Group robots of 企业微信: calls to the groups of teams. They hear nothing. */
export const wecomGroup: Platform = {
  name: 'wecom-group',
  settings: wecomGroupSettings,
  authenticatesBody: true,
  idempotentSend: false,
  maxBodyBytes: 1024,
  maxTextBytes: 2_000,
  // developer.work.weixin.qq.com/document/path/91770: 20 a minute for each robot
  rates: { room: [{ points: 20, seconds: 60 }] },
  start({ WECOM_GROUP_KEYS: keys = '', WECOM_GROUP_API_URL: api = publicApi }, deps) {
    const robots = readGroupKeys(keys)
    return {
      account: 'default',
      rooms: robots.map(({ id, team }) => ({ id, name: team, team })),
      send: (message, signal) => send({ api, robots }, message, { ...deps, signal }),
    }
  },
  check: ({ WECOM_GROUP_KEYS: keys = '', WECOM_GROUP_API_URL: api = publicApi }, deps) =>
    check(api, readGroupKeys(keys), deps),
}
