import type { PlatformDeps } from '../../src/chat/platform.ts'
import { apiUrl } from '../../src/chat/wire/api-url.ts'
import { callApi } from '../../src/chat/wire/call-api.ts'
import { AppError } from '../../src/errors.ts'

type Body = Record<string, unknown>

/** What gateways say of whoever cannot be written to; the standard has no codes for it. */
const outOfReach = /好友|不在群|群不存在|not (?:a )?friend|not in (?:the )?group/i
/** QQ did not say in time whether it took the message. */
const unsure = /timeout|timed out|超时/i

/** The HTTP API of a gateway (onebot-11, communication/http.md). */
export function createApi({ url, token }: { url: string; token: string }, deps: PlatformDeps) {
  return {
    /** The `data` of an action. Throws AppError for what failed. */
    async act(action: string, params: object, signal: AbortSignal): Promise<Body> {
      const { status, body } = await callApi(
        {
          url: apiUrl(url, `/${action}`),
          json: params,
          signal,
          headers: { authorization: `Bearer ${token}` },
        },
        deps,
      )
      if (status < 300 && (body.status === 'ok' || body.status === 'async')) return (body.data ?? {}) as Body
      throw onebotError(status, body)
    },
  }
}

export type OnebotApi = ReturnType<typeof createApi>

function onebotError(status: number, body: Body): AppError {
  const words = [body.wording, body.message, body.msg].map((one) => (typeof one === 'string' ? one : ''))
  const [code, said] = [Number(body.retcode ?? 0), words.find(Boolean) ?? '']
  const says = `the OneBot gateway answered ${status} ${code} ${said}`.slice(0, 200)
  if ([401, 403, 404].includes(status) || [1401, 1403, 1404].includes(code))
    return new AppError('account_paused', says)
  if (unsure.test(said)) return new AppError('unavailable', says, { cause: new Error('QQ did not answer') })
  if (status >= 500) return new AppError('unavailable', says)
  return new AppError(outOfReach.test(said) ? 'unreachable' : 'refused', says)
}
