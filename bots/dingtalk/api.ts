import type { PlatformDeps } from '../../src/chat/platform.ts'
import { apiUrl } from '../../src/chat/wire/api-url.ts'
import { callApi } from '../../src/chat/wire/call-api.ts'
import { callWithToken } from '../../src/chat/wire/with-token.ts'
import { AppError } from '../../src/errors.ts'
import { apiError } from './errors.ts'

export type DingtalkApp = { url: string; appKey: string; secret: string; robotCode: string }

type Answer = { status: number; body: Record<string, unknown> }

/** The API of 钉钉 for one app (企业内部应用). */
export function createApi(app: DingtalkApp, deps: PlatformDeps) {
  const fetchNew = async (): Promise<{ token: string; seconds: number }> => {
    const json = { appKey: app.appKey, appSecret: app.secret }
    const answer = await callApi({ url: apiUrl(app.url, '/v1.0/oauth2/accessToken'), json }, deps)
    const { accessToken, expireIn } = answer.body
    if (typeof accessToken === 'string') return { token: accessToken, seconds: Number(expireIn) }
    const error = apiError(answer)
    if (error.retryable) throw error
    throw new AppError(
      'account_paused',
      `no access token, look at DINGTALK_APP_KEY and _APP_SECRET: ${error.message}`,
    )
  }

  return {
    url: app.url,
    robotCode: app.robotCode,
    fetchNew,
    /** Posts to the API with the app's token, once more with another one when it is not taken. Throws AppError. */
    async post(path: string, json: object, signal: AbortSignal): Promise<Record<string, unknown>> {
      const answer = await callWithToken<Answer>({
        tokens: deps.shared.tokens,
        name: `dingtalk:${app.appKey}`,
        fetchNew,
        call: (token) =>
          callApi(
            { url: apiUrl(app.url, path), json, signal, headers: { 'x-acs-dingtalk-access-token': token } },
            deps,
          ),
        stale: ({ status }) => status === 401,
      })
      if (answer.status >= 300) throw apiError(answer)
      return answer.body
    },
    /** Posts an answer to where the message said; no token belongs there. */
    answer: (url: URL, json: object, signal: AbortSignal): Promise<Answer> =>
      callApi({ url, json, signal }, deps),
  }
}

export type DingtalkApi = ReturnType<typeof createApi>
