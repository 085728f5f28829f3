import { AppError, type ErrorCode } from '../../src/errors.ts'

/** What the codes of im/v1 mean for a message (open.feishu.cn, 服务端错误码 and the page of each call). */
const meanings: Record<number, ErrorCode> = {
  230002: 'unreachable', // the bot is not in the group
  230013: 'unreachable', // the person is not in 可用范围
  230053: 'unreachable', // the person wants nothing of this bot
  232009: 'unreachable', // the group was dissolved
  230006: 'account_paused', // 机器人能力 is not switched on
  230027: 'account_paused', // a permission is missing
  99991672: 'account_paused', // a permission is missing
  99991403: 'account_paused', // the month's calls are used up
  230020: 'slow_down',
  99991400: 'slow_down',
}

/** The message that is answered is gone: taken back, or deleted. */
export const originalGone: ReadonlySet<number> = new Set([230011, 230110])

/** The access token is not right, or not any more. */
export const staleToken: ReadonlySet<number> = new Set([99991661, 99991663, 99991668, 99991671])

/** Too many in a second, mostly: 飞书 does not say how long to wait. */
const waitMs = 2_000

/** The error of a call that 飞书 answered with `code`; its own words follow, cut. */
export function feishuError({ status, code, msg }: { status: number; code: number; msg: string }): AppError {
  const says = `飞书 answered ${code} ${msg}`.slice(0, 200)
  const meaning = staleToken.has(code) ? 'account_paused' : meanings[code]
  // 230020 is for one person or group, 99991400 for the whole app.
  const slows = code === 99991400 ? 'account' : 'conversation'
  if (meaning === 'slow_down') return new AppError('slow_down', says, { retryAfterMs: waitMs, slows })
  return new AppError(meaning ?? (status >= 500 ? 'unavailable' : 'refused'), says)
}
