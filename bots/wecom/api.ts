import { z } from 'zod'
import type { PlatformDeps } from '../../src/chat/platform.ts'
import type { FreshToken } from '../../src/chat/wire/access-tokens.ts'
import { apiUrl } from '../../src/chat/wire/api-url.ts'
import { callApi } from '../../src/chat/wire/call-api.ts'
import { callWithToken } from '../../src/chat/wire/with-token.ts'
import { wxFailure } from '../../src/chat/wire/wx-failure.ts'
import { AppError } from '../../src/errors.ts'
import { meanings, staleToken } from './errors.ts'

const freshToken = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

export type ApiSettings = { url: string; corpId: string; agentId: string; secret: string }

/** The API of 企业微信 with this app's access token. */
export function createApi({ url, corpId, agentId, secret }: ApiSettings, deps: PlatformDeps) {
  /** A new token (gettoken). Throws AppError, `account_paused` when 企业ID or Secret is wrong. */
  async function fetchNew(): Promise<FreshToken> {
    const address = apiUrl(url, '/cgi-bin/gettoken')
    address.searchParams.set('corpid', corpId)
    address.searchParams.set('corpsecret', secret)
    const answer = await callApi({ url: address, method: 'GET' }, deps)
    const failure = wxFailure(answer, meanings)
    if (failure) throw failure
    const { data } = freshToken.safeParse(answer.body)
    if (!data) throw new AppError('unavailable', 'gettoken gave no token')
    return { token: data.access_token, seconds: data.expires_in }
  }

  return {
    agentId,
    fetchNew,
    /** Calls `/cgi-bin/<path>`. Throws AppError for whatever `errcode` is not 0. */
    async call(
      path: string,
      { json, query = {}, signal }: { json?: object; query?: Record<string, string>; signal?: AbortSignal },
    ): Promise<Record<string, unknown>> {
      const answer = await callWithToken({
        tokens: deps.shared.tokens,
        name: `wecom:${corpId}:${agentId}`,
        fetchNew,
        call(token) {
          const address = apiUrl(url, `/cgi-bin/${path}`)
          for (const [name, value] of Object.entries({ access_token: token, ...query }))
            address.searchParams.set(name, value)
          return callApi(
            { url: address, ...(json ? { json } : { method: 'GET' }), ...(signal && { signal }) },
            deps,
          )
        },
        stale: ({ body }) => staleToken.has(Number(body.errcode)),
      })
      const failure = wxFailure(answer, meanings)
      if (failure) throw failure
      return answer.body
    },
  }
}

export type Api = ReturnType<typeof createApi>
