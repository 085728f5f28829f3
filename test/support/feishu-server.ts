import { randomBytes } from 'node:crypto'
import { type ApiAnswer, startFakeApi } from './fake-api.ts'

export type FeishuMessage = { to: string; text: string; answers?: string; uuid: string }

const failed = (code: number, msg: string): ApiAnswer => ({ status: 400, body: { code, msg } })

/**
 * The API of 飞书 for one app: tokens, the bot, and messages to people and groups; a `uuid` it has seen is answered
 * like the first time and shown once.
 */
export async function startFeishuServer(app: { appId: string; secret: string; bot: string }) {
  const tokens = new Set<string>()
  const seen = new Map<string, string>()
  const gone = new Set<string>()
  const recalled = new Set<string>()

  const api = await startFakeApi<FeishuMessage>(({ path, query, headers, json }, keep) => {
    if (path === '/open-apis/auth/v3/tenant_access_token/internal') {
      if (json.app_id !== app.appId) return { body: { code: 10003, msg: 'invalid param' } }
      if (json.app_secret !== app.secret) return { body: { code: 10014, msg: 'app secret invalid' } }
      const token = `t-${randomBytes(16).toString('hex')}`
      tokens.add(token)
      return { body: { code: 0, msg: 'ok', tenant_access_token: token, expire: 7200 } }
    }
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
    if (!token) return failed(99991661, 'Missing access token for authorization')
    if (!tokens.has(token)) return failed(99991663, 'Invalid access token for authorization')
    if (path === '/open-apis/bot/v3/info')
      return { body: { code: 0, msg: 'ok', bot: { activate_status: 2, app_name: '联动', open_id: app.bot } } }
    const answers = /^\/open-apis\/im\/v1\/messages\/([^/]+)\/reply$/.exec(path)?.[1]
    if (!answers && path !== '/open-apis/im/v1/messages') return failed(99991400, 'no such path')
    if (answers && recalled.has(answers)) return failed(230011, 'The message is recalled.')
    const to = answers ? '' : String(json.receive_id)
    const kind = to.startsWith('oc_') ? 'chat_id' : 'open_id'
    if (!answers && query.get('receive_id_type') !== kind) return failed(230001, 'invalid receive_id')
    if (gone.has(to)) return failed(230013, 'Bot has NO availability to this user.')
    const uuid = String(json.uuid)
    if (uuid.length > 50) return failed(230001, 'uuid is too long')
    const id = seen.get(uuid) ?? `om_${randomBytes(8).toString('hex')}`
    if (!seen.has(uuid)) {
      const { text } = JSON.parse(String(json.content)) as { text: string }
      seen.set(uuid, id)
      keep({ to, text, uuid, ...(answers && { answers }) })
    }
    return { body: { code: 0, msg: 'success', data: { message_id: id } } }
  })
  return {
    ...api,
    expireTokens: () => tokens.clear(),
    /** Somebody is in the 可用范围 no more. */
    leave: (user: string) => void gone.add(user),
    /** Somebody takes back what they said. */
    recall: (message: string) => void recalled.add(message),
    get tokensGiven() {
      return api.calls.filter(({ path }) => path.includes('tenant_access_token')).length
    },
  }
}

export type FeishuServer = Awaited<ReturnType<typeof startFeishuServer>>
