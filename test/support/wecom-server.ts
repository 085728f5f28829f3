import { randomBytes } from 'node:crypto'
import { type ApiAnswer, type ApiRequest, startFakeApi } from './fake-api.ts'

export type WecomMessage = { to: string; text: string }

/** A member gets so many messages of an app a minute; what is beyond is dropped without a word. */
const perMinute = 30
const longestBytes = 2048
const failed = (errcode: number, errmsg: string, more = {}): ApiAnswer => ({
  body: { errcode, errmsg, ...more },
})

/**
 * The API of 企业微信 for one app: tokens by 企业ID and Secret, the app, and messages to its members. It knows every
 * member but those who left; texts are cut where 企业微信 cuts them.
 */
export async function startWecomServer(app: { corpId: string; agentId: string; secret: string }) {
  const tokens = new Set<string>()
  const left = new Set<string>()
  const received = new Map<string, number>()
  let trusted = true

  function giveToken({ query }: ApiRequest): ApiAnswer {
    if (query.get('corpid') !== app.corpId) return failed(40013, 'invalid corpid')
    if (query.get('corpsecret') !== app.secret) return failed(40001, 'invalid credential')
    const token = randomBytes(32).toString('hex')
    tokens.add(token)
    return { body: { errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7200 } }
  }

  const api = await startFakeApi<WecomMessage>((call, keep) => {
    const { path, query, json } = call
    if (path === '/cgi-bin/gettoken') return giveToken(call)
    const token = query.get('access_token') ?? ''
    if (!/^[0-9a-f]{64}$/.test(token)) return failed(40014, 'invalid access_token')
    if (!tokens.has(token)) return failed(42001, 'access_token expired')
    if (!trusted) return failed(60020, 'not allow to access from your ip, from ip: 203.0.113.7')
    if (path === '/cgi-bin/agent/get')
      return query.get('agentid') === app.agentId
        ? { body: { errcode: 0, errmsg: 'ok', agentid: Number(app.agentId), name: '联动', close: 0 } }
        : failed(301002, 'not allowed agentid')
    if (path !== '/cgi-bin/message/send') return failed(40000, 'no such path')
    if (json.agentid !== Number(app.agentId)) return failed(40056, 'invalid agentid')
    const { content } = json.text as { content: string }
    const to = String(json.touser)
    if (content === '') return failed(44004, 'empty content')
    if (left.has(to)) return failed(81013, 'user & party & tag all invalid')
    const count = (received.get(to) ?? 0) + 1
    received.set(to, count)
    if (count <= perMinute)
      keep({ to, text: Buffer.from(content).subarray(0, longestBytes).toString('utf8') })
    return {
      body: { errcode: 0, errmsg: 'ok', invaliduser: '', msgid: `msg-${randomBytes(8).toString('hex')}` },
    }
  })
  return {
    ...api,
    /** All tokens are over before their time. */
    expireTokens: () => tokens.clear(),
    /** The member is in the app's 可见范围 no more. */
    leave: (user: string) => void left.add(user),
    /** Whether our address is in 企业可信IP. */
    trust: (is: boolean) => void (trusted = is),
    get tokensGiven() {
      return api.calls.filter(({ path }) => path === '/cgi-bin/gettoken').length
    },
  }
}

export type WecomServer = Awaited<ReturnType<typeof startWecomServer>>
