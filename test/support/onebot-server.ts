import { type ApiAnswer, startFakeApi } from './fake-api.ts'

type Segment = { type: string; data: Record<string, string> }

export type OnebotMessage = { to: string; text: string; quotes?: string; at: string[] }

const failed = (retcode: number, wording: string): ApiAnswer => ({
  body: { status: 'failed', retcode, data: null, message: wording, wording },
})

/** The HTTP API of a gateway with one QQ account. Messages must be segments: a string would be read for CQ codes. */
export async function startOnebotServer(account: { token: string; self: number }) {
  const strangers = new Set<string>()
  let online = true
  let count = 0

  const api = await startFakeApi<OnebotMessage>(({ path, headers, json }, keep) => {
    if (headers.authorization !== `Bearer ${account.token}`)
      return { status: headers.authorization ? 403 : 401, body: {} }
    const done = (data: object): ApiAnswer => ({ body: { status: 'ok', retcode: 0, data } })
    if (path === '/get_login_info') return done({ user_id: account.self, nickname: '联动' })
    if (path === '/get_status') return done({ online, good: online })
    const isGroup = path === '/send_group_msg'
    if (!isGroup && path !== '/send_private_msg') return { status: 404, body: {} }
    const to = isGroup ? json.group_id : json.user_id
    if (typeof to !== 'number' || !Array.isArray(json.message)) return failed(1400, 'bad request')
    if (strangers.has(String(to))) return failed(100, '请先添加对方为好友')
    const segments = json.message as Segment[]
    const of = (type: string) => segments.filter((one) => one.type === type).map(({ data }) => data)
    const [quoted] = of('reply')
    keep({
      to: String(to),
      text: of('text')
        .map(({ text = '' }) => text)
        .join(''),
      at: of('at').map(({ qq = '' }) => qq),
      ...(quoted?.id !== undefined && { quotes: quoted.id }),
    })
    return done({ message_id: ++count })
  })
  return {
    ...api,
    /** Somebody is no friend of the account. */
    unfriend: (user: string) => void strangers.add(user),
    logOut: () => void (online = false),
  }
}

export type OnebotServer = Awaited<ReturnType<typeof startOnebotServer>>
