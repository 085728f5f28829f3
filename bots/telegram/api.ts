import type { PlatformDeps } from '../../src/chat/platform.ts'
import { apiUrl } from '../../src/chat/wire/api-url.ts'
import { callApi } from '../../src/chat/wire/call-api.ts'
import { AppError, type ErrorCode } from '../../src/errors.ts'

type Body = Record<string, unknown>

/** What a 400 says when it is not the message that is wrong, but that the chat is out of reach. */
const outOfReach = /chat not found|user is deactivated|not enough rights|have no rights|kicked|not a member/i

/** `parameters` of an answer: how long to wait, or where a group went. */
const parameter = (body: Body, name: string): unknown => {
  const { parameters } = body
  return typeof parameters === 'object' && parameters !== null ? (parameters as Body)[name] : undefined
}

/** The chat a group has become, when Telegram says so instead of taking the message. */
export const movedTo = (body: Body): string | undefined => {
  const id = parameter(body, 'migrate_to_chat_id')
  return typeof id === 'number' || typeof id === 'string' ? `${id}` : undefined
}

/** The error of a call that was not `ok`. */
export function telegramError(status: number, body: Body): AppError {
  const description = typeof body.description === 'string' ? body.description : ''
  return new AppError(
    meaningOf(status, description),
    `Telegram answered ${status} ${description}`.slice(0, 200),
  )
}

function meaningOf(status: number, description: string): ErrorCode {
  if (status === 401 || status === 404) return 'account_paused'
  if (status === 403) return 'unreachable'
  if (status >= 500) return 'unavailable'
  return outOfReach.test(description) ? 'unreachable' : 'refused'
}

/** The Bot API. The token is part of its addresses, which are therefore never told. */
export function createApi({ url, token }: { url: string; token: string }, deps: PlatformDeps) {
  const call = (
    method: string,
    json: object = {},
    signal = AbortSignal.timeout(5_000),
  ): Promise<{ status: number; body: Body }> =>
    callApi(
      {
        url: apiUrl(url, `/bot${token}/${method}`),
        json,
        signal,
        waitOf: (body) => {
          const seconds = Number(parameter(body, 'retry_after'))
          return seconds > 0 ? Math.min(seconds, 24 * 3600) * 1000 : undefined
        },
      },
      deps,
    )

  return {
    call,
    /** The `result` of a method. Throws AppError for what is not `ok`. */
    async result(method: string): Promise<Body> {
      const { status, body } = await call(method)
      if (body.ok !== true) throw telegramError(status, body)
      return body.result as Body
    },
  }
}

export type TelegramApi = ReturnType<typeof createApi>
