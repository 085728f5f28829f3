import { AppError, type ErrorCode } from '../../src/errors.ts'

/** What the codes of api.dingtalk.com begin with, and what they mean (open.dingtalk.com, 错误码). First match. */
const meanings: [begin: string, ErrorCode][] = [
  ['Forbidden.AccessDenied.QpsLimit', 'slow_down'],
  ['Forbidden.AccessDenied', 'account_paused'], // a permission is missing, or our address is not in 服务器出口IP
  ['InvalidAuthentication', 'account_paused'],
  ['invalidClientIdOrSecret', 'account_paused'],
  ['resource.not.found', 'account_paused'], // there is no robot of this RobotCode
]

const waitMs = { api: 2_000, flow: 60_000, muted: 10 * 60_000 }

/** The error of a call of the API that was answered with an HTTP error. */
export function apiError({ status, body }: { status: number; body: Record<string, unknown> }): AppError {
  const [code, message] = [body.code, body.message].map((part) => (typeof part === 'string' ? part : ''))
  const says = `钉钉 answered ${status} ${code} ${message}`.slice(0, 200)
  const meaning = meanings.find(([begin]) => code?.startsWith(begin))?.[1]
  if (meaning === 'slow_down')
    return new AppError('slow_down', says, { retryAfterMs: waitMs.api, slows: 'account' })
  return new AppError(meaning ?? (status >= 500 ? 'unavailable' : 'refused'), says)
}

/** The error of an answer by session, which has `errcode` in a body of status 200; undefined for none. */
export function sessionError({
  status,
  body,
}: {
  status: number
  body: Record<string, unknown>
}): AppError | undefined {
  const { errcode, errmsg } = body
  if (status < 300 && Number(errcode) === 0) return undefined
  const says = `钉钉 answered ${status} ${Number(errcode)} ${typeof errmsg === 'string' ? errmsg : ''}`.slice(
    0,
    200,
  )
  if (status >= 500) return new AppError('unavailable', says)
  // 20 a minute in a group; whoever goes on is not heard for ten minutes.
  if (Number(errcode) === 130101) return new AppError('slow_down', says, { retryAfterMs: waitMs.muted })
  return new AppError('refused', says)
}

/** What oToMessages says of those it could not reach although it answers 200. */
export function personError(body: Record<string, unknown>, user: string): AppError | undefined {
  const names = (field: string): boolean => Array.isArray(body[field]) && body[field].includes(user)
  if (names('invalidStaffIdList'))
    return new AppError('unreachable', 'nobody of this staff id is there (invalidStaffIdList)')
  if (names('flowControlledStaffIdList'))
    return new AppError('slow_down', 'too many for this person (flowControlledStaffIdList)', {
      retryAfterMs: waitMs.flow,
    })
  return undefined
}
