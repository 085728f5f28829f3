import type { Meanings } from '../../src/chat/wire/wx-failure.ts'

/** The access token is not good any more: over, or another one was asked for elsewhere. */
export const staleToken: ReadonlySet<number> = new Set([40001, 40014, 42001])

const refusedTwice = { means: 'unavailable', says: 'the access token was refused twice' } as const

/** The codes of 公众号 (developers.weixin.qq.com, 全局返回码) that decide about a message. */
export const meanings: Meanings = {
  [-1]: { means: 'unavailable', says: '微信 is busy' },
  40001: refusedTwice,
  40014: refusedTwice,
  42001: refusedTwice,
  40013: { means: 'account_paused', says: 'WECHAT_MP_APP_ID is not an AppID' },
  40125: { means: 'account_paused', says: 'WECHAT_MP_APP_SECRET is not the AppSecret' },
  40243: { means: 'account_paused', says: 'the AppSecret is frozen (已冻结)' },
  40164: { means: 'account_paused', says: 'our address is not in the IP白名单' },
  50002: { means: 'account_paused', says: 'the account is restricted (封禁)' },
  89501: { means: 'account_paused', says: 'an administrator has to allow our address' },
  89503: { means: 'account_paused', says: 'an administrator has to allow our address' },
  40003: { means: 'unreachable', says: 'there is no such follower' },
  43004: { means: 'unreachable', says: 'the person does not follow any more' },
  50005: { means: 'unreachable', says: 'the person does not follow any more' },
  45015: { means: 'unreachable', says: 'the person has said nothing for 48 hours' },
  45047: { means: 'unreachable', says: 'five messages since the person last said something' },
  // Not a pause: passive answers go on.
  48001: { means: 'unreachable', says: 'the account may send no 客服消息 (not certified)' },
  45002: { means: 'refused', says: 'the text is too long' },
  44004: { means: 'refused', says: 'the text is empty' },
  45011: { means: 'slow_down', says: 'too many calls', retryAfterMs: 60_000 },
  45009: { means: 'slow_down', says: 'the calls of the day are used up', retryAfterMs: 3_600_000 },
}
