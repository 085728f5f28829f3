import { randomBytes } from 'node:crypto'
import { type ApiAnswer, type ApiRequest, startFakeApi } from './fake-api.ts'

export type CustomerMessage = { to: string; text: string }

/** After something was said so many 客服消息 may be sent, for 48 hours. */
const window = { messages: 5, ms: 48 * 3600_000 }
const failed = (errcode: number, errmsg: string): ApiAnswer => ({ body: { errcode, errmsg } })

/**
 * The API of one 公众号: stable_token, and 客服消息 within the window that 微信 allows after a follower said something
 * (`heard` tells it).
 */
export async function startWechatMpServer(account: { appId: string; secret: string; now: () => number }) {
  const tokens = new Set<string>()
  const windows = new Map<string, { at: number; left: number }>()
  let certified = true
  let allowed = true

  function giveToken({ method, json }: ApiRequest): ApiAnswer {
    if (method !== 'POST' || json.grant_type !== 'client_credential')
      return failed(40002, 'invalid grant_type')
    if (json.appid !== account.appId) return failed(40013, 'invalid appid')
    if (json.secret !== account.secret) return failed(40125, 'invalid appsecret')
    if (!allowed) return failed(40164, 'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist')
    const token = randomBytes(32).toString('hex')
    tokens.add(token)
    return { body: { access_token: token, expires_in: 7200 } }
  }

  const api = await startFakeApi<CustomerMessage>((call, keep) => {
    const { path, query, json } = call
    if (path === '/cgi-bin/stable_token') return giveToken(call)
    const token = query.get('access_token') ?? ''
    if (!tokens.has(token)) return failed(40001, 'invalid credential, access_token is invalid or not latest')
    if (path !== '/cgi-bin/message/custom/send') return failed(40066, 'invalid url')
    if (!certified) return failed(48001, 'api unauthorized')
    const to = String(json.touser)
    if (!to.startsWith('o')) return failed(40003, 'invalid openid')
    const open = windows.get(to)
    if (!open || account.now() - open.at > window.ms) return failed(45015, 'response out of time limit')
    if (open.left === 0) return failed(45047, 'out of response count limit')
    open.left--
    keep({ to, text: (json.text as { content: string }).content })
    return { body: { errcode: 0, errmsg: 'ok' } }
  })
  return {
    ...api,
    /** A follower said something: from now on they may be written to. */
    heard: (openid: string) => void windows.set(openid, { at: account.now(), left: window.messages }),
    /** Somebody else asked for a token of the old kind: all of ours are over. */
    expireTokens: () => tokens.clear(),
    certify: (is: boolean) => void (certified = is),
    /** Whether our address is in the IP白名单. */
    allow: (is: boolean) => void (allowed = is),
    get tokensGiven() {
      return api.calls.filter(({ path }) => path === '/cgi-bin/stable_token').length
    },
  }
}

export type WechatMpServer = Awaited<ReturnType<typeof startWechatMpServer>>
