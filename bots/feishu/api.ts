import type { PlatformDeps } from '../../src/chat/platform.ts'
import { apiUrl } from '../../src/chat/wire/api-url.ts'
import { callApi } from '../../src/chat/wire/call-api.ts'
import { callWithToken } from '../../src/chat/wire/with-token.ts'
import { AppError } from '../../src/errors.ts'
import { feishuError, staleToken } from './errors.ts'

export type FeishuApp = { url: string; appId: string; appSecret: string }

export type FeishuAnswer = { status: number; code: number; msg: string; body: Record<string, unknown> }

type Call = { method: 'GET' | 'POST'; path: string; json?: object; signal: AbortSignal }

/** The API of 飞书 for one app (企业自建应用). */
export function createApi(app: FeishuApp, deps: PlatformDeps) {
  const call = async (
    { path, ...rest }: Call,
    headers: Record<string, string> = {},
  ): Promise<FeishuAnswer> => {
    const { status, body } = await callApi({ ...rest, headers, url: apiUrl(app.url, path) }, deps)
    return { status, code: Number(body.code ?? -1), msg: typeof body.msg === 'string' ? body.msg : '', body }
  }

  const fetchNew = async (): Promise<{ token: string; seconds: number }> => {
    const answer = await call({
      method: 'POST',
      path: '/open-apis/auth/v3/tenant_access_token/internal',
      json: { app_id: app.appId, app_secret: app.appSecret },
      signal: AbortSignal.timeout(5_000),
    })
    const { code, body } = answer
    if (code === 0) return { token: String(body.tenant_access_token), seconds: Number(body.expire) }
    const error = feishuError(answer)
    if (error.retryable) throw error
    throw new AppError(
      'account_paused',
      `no access token, look at FEISHU_APP_ID and _APP_SECRET: ${error.message}`,
    )
  }

  /** Calls with the app's token, once more with another one when 飞书 does not take it. */
  const ask = (asked: Call): Promise<FeishuAnswer> =>
    callWithToken({
      tokens: deps.shared.tokens,
      name: `feishu:${app.appId}`,
      fetchNew,
      call: (token) => call(asked, { authorization: `Bearer ${token}` }),
      stale: ({ code }) => staleToken.has(code),
    })

  return {
    fetchNew,
    ask,
    /** The bot of the app: its open_id, its name and whether it is switched on. Throws AppError. */
    async bot(): Promise<{ openId: string; name: string; isOn: boolean }> {
      const answer = await ask({
        method: 'GET',
        path: '/open-apis/bot/v3/info',
        signal: AbortSignal.timeout(2_000),
      })
      if (answer.code !== 0) throw feishuError(answer)
      const {
        open_id: openId,
        app_name: name,
        activate_status: state,
      } = answer.body.bot as Record<string, unknown>
      // 2: 已启用 (open.feishu.cn, 获取机器人信息).
      return { openId: String(openId), name: String(name), isOn: Number(state) === 2 }
    },
  }
}

export type FeishuApi = ReturnType<typeof createApi>
