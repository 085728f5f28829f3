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

export type ApiSettings = { url: string; appId: string; secret: string }

/** The API of a 公众号 with its access token. */
export function createApi({ url, appId, secret }: ApiSettings, deps: PlatformDeps) {
  /**
   * The token of the moment (stable_token): asking does not end the one that others use. Throws AppError,
   * `account_paused` when AppID or AppSecret is wrong or our address is not allowed.
   */
  async function fetchNew(): Promise<FreshToken> {
    const json = { grant_type: 'client_credential', appid: appId, secret }
    const answer = await callApi({ url: apiUrl(url, '/cgi-bin/stable_token'), json }, deps)
    const failure = wxFailure(answer, meanings)
    if (failure) throw failure
    const { data } = freshToken.safeParse(answer.body)
    if (!data) throw new AppError('unavailable', 'stable_token gave no token')
    return { token: data.access_token, seconds: data.expires_in }
  }

  return {
    fetchNew,
    /** Sends a 客服消息. Throws AppError for whatever `errcode` is not 0. */
    async customerMessage(touser: string, content: string, signal?: AbortSignal): Promise<void> {
      const answer = await callWithToken({
        tokens: deps.shared.tokens,
        name: `wechat-mp:${appId}`,
        fetchNew,
        call(token) {
          const address = apiUrl(url, '/cgi-bin/message/custom/send')
          address.searchParams.set('access_token', token)
          const json = { touser, msgtype: 'text', text: { content } }
          return callApi({ url: address, json, ...(signal && { signal }) }, deps)
        },
        stale: ({ body }) => staleToken.has(Number(body.errcode)),
      })
      const failure = wxFailure(answer, meanings)
      if (failure) throw failure
    },
  }
}

export type Api = ReturnType<typeof createApi>
