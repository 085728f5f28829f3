import type { CheckLine, PlatformDeps } from '../../src/chat/platform.ts'
import { apiUrl } from '../../src/chat/wire/api-url.ts'
import { callApi } from '../../src/chat/wire/call-api.ts'
import { asAppError } from '../../src/errors.ts'

/** A robot has no API that takes its settings: it is asked whether answers would find their way. */
export async function check(api: string, deps: PlatformDeps): Promise<CheckLine[]> {
  const url = apiUrl(api, '/cgi-bin/aibot/response')
  url.searchParams.set('response_code', 'check')
  try {
    await callApi({ url, json: { msgtype: 'markdown', markdown: { content: 'check' } } }, deps)
  } catch (error) {
    return [{ ok: false, says: `answers do not get out: ${asAppError(error).message}` }]
  }
  return [
    { ok: true, says: `answers get out to ${url.host}` },
    { ok: true, says: 'Token and EncodingAESKey are proved by 保存 in the console, and by saying 帮助' },
  ]
}
