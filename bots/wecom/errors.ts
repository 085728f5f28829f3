import type { Meanings } from '../../src/chat/wire/wx-failure.ts'

/** The access token is not good any more, or never was. */
export const staleToken: ReadonlySet<number> = new Set([40014, 42001])

/** The codes of 企业微信 (developer.work.weixin.qq.com, 全局错误码) that decide about a message. */
export const meanings: Meanings = {
  [-1]: { means: 'unavailable', says: '企业微信 is busy' },
  40001: { means: 'account_paused', says: 'WECOM_SECRET is not the Secret of this app' },
  40013: { means: 'account_paused', says: 'WECOM_CORP_ID is not a 企业ID' },
  40014: { means: 'unavailable', says: 'the access token was refused twice' },
  42001: { means: 'unavailable', says: 'the access token was refused twice' },
  40056: { means: 'account_paused', says: 'WECOM_AGENT_ID is not an AgentId' },
  40003: { means: 'unreachable', says: 'there is no such member' },
  40031: { means: 'unreachable', says: 'there is no such member' },
  60111: { means: 'unreachable', says: 'there is no such member' },
  81013: { means: 'unreachable', says: 'the member cannot be reached by this app (可见范围)' },
  45002: { means: 'refused', says: 'the text is too long' },
  44004: { means: 'refused', says: 'the text is empty' },
  45009: { means: 'slow_down', says: 'too many calls', retryAfterMs: 60_000 },
  45033: { means: 'slow_down', says: 'too many calls at once', retryAfterMs: 5_000 },
  48002: { means: 'account_paused', says: 'the app may not use this part of the API' },
  60011: { means: 'account_paused', says: 'the app may not do this (权限)' },
  60020: { means: 'account_paused', says: 'our address is not in 企业可信IP' },
  301002: { means: 'account_paused', says: 'WECOM_SECRET belongs to another app than WECOM_AGENT_ID' },
}
