import { AppError } from '../../src/errors.ts'
import { publicApi } from './settings.ts'

const path = '/cgi-bin/aibot/response'

/**
 * The code out of a `response_url`, all of it that is used: where we post is settled by the settings and never by a
 * message. Throws AppError `malformed` for an address of anybody else.
 */
export function readResponseCode(responseUrl: string, api: string): string {
  const [address, query = ''] = responseUrl.split('?')
  const code = new URLSearchParams(query).get('response_code')
  const known = [publicApi, api.replace(/\/+$/, '')].some((base) => address === `${base}${path}`)
  if (!known || !code) throw new AppError('malformed', 'response_url is not one of 企业微信')
  return code
}
