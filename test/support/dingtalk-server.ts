import { randomBytes } from 'node:crypto'
import { type ApiAnswer, startFakeApi } from './fake-api.ts'

export type DingtalkMessage = { by: 'session' | 'group' | 'person'; to: string; text: string; at?: string[] }

const failed = (status: number, code: string, message: string): ApiAnswer => ({
  status,
  body: { code, message, requestid: randomBytes(8).toString('hex') },
})

/**
 * The API of 钉钉 for one app and the place where sessions are answered: tokens, messages to groups and people by the
 * robot. Sessions are given with `session`.
 */
export async function startDingtalkServer(app: { appKey: string; secret: string; robotCode: string }) {
  const tokens = new Set<string>()
  const gone = new Set<string>()
  const sessions = new Map<string, string>()

  const api = await startFakeApi<DingtalkMessage>(({ path, query, headers, json }, keep) => {
    if (path === '/robot/sendBySession') {
      const to = sessions.get(query.get('session') ?? '')
      if (!to) return { body: { errcode: 300001, errmsg: 'session 不存在' } }
      const { content } = json.text as { content: string }
      keep({ by: 'session', to, text: content, at: (json.at as { atUserIds: string[] }).atUserIds })
      return { body: { errcode: 0, errmsg: 'ok' } }
    }
    if (path === '/v1.0/oauth2/accessToken') {
      if (json.appKey !== app.appKey || json.appSecret !== app.secret)
        return failed(400, 'invalidClientIdOrSecret', '无效的clientId或者clientSecret')
      const accessToken = randomBytes(16).toString('hex')
      tokens.add(accessToken)
      return { body: { accessToken, expireIn: 7200 } }
    }
    if (!tokens.has(String(headers['x-acs-dingtalk-access-token'])))
      return failed(401, 'InvalidAuthentication', '不合法的access_token')
    if (json.robotCode !== app.robotCode) return failed(404, 'resource.not.found', 'robot 不存在')
    if (json.msgKey !== 'sampleText') return failed(400, 'invalidParameter.msgKey', 'msgKey')
    const { content } = JSON.parse(String(json.msgParam)) as { content: string }
    const done = { processQueryKey: randomBytes(8).toString('base64') }
    if (path === '/v1.0/robot/groupMessages/send') {
      keep({ by: 'group', to: String(json.openConversationId), text: content })
      return { body: done }
    }
    const [to = ''] = json.userIds as string[]
    if (gone.has(to) || to === 'liandong-self-check')
      return { body: { ...done, invalidStaffIdList: [to], flowControlledStaffIdList: [] } }
    keep({ by: 'person', to, text: content })
    return { body: { ...done, invalidStaffIdList: [], flowControlledStaffIdList: [] } }
  })
  return {
    ...api,
    /** A session of a conversation, as a message in it brings one along. */
    session(to: string, until: number): object {
      const id = randomBytes(8).toString('hex')
      sessions.set(id, to)
      const url = `${api.url}/robot/sendBySession?session=${id}`
      return { sessionWebhook: url, sessionWebhookExpiredTime: until }
    },
    /** No session is known any more. */
    forgetSessions: () => sessions.clear(),
    expireTokens: () => tokens.clear(),
    leave: (user: string) => void gone.add(user),
    get tokensGiven() {
      return api.calls.filter(({ path }) => path.includes('accessToken')).length
    },
  }
}

export type DingtalkServer = Awaited<ReturnType<typeof startDingtalkServer>>
