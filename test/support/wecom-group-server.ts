import { type ApiAnswer, startFakeApi } from './fake-api.ts'

export type GroupMessage = { key: string; text: string }

const perMinute = 20
const longestBytes = 2048
const failed = (errcode: number, errmsg: string): ApiAnswer => ({ body: { errcode, errmsg } })

/** The Webhook address of 群机器人: 20 messages a minute for each key that there is. */
export async function startWecomGroupServer({ keys, now }: { keys: string[]; now: () => number }) {
  const good = new Set(keys)
  const sent = new Map<string, number[]>()
  const api = await startFakeApi<GroupMessage>(({ method, path, query, json }, keep) => {
    if (method !== 'POST' || path !== '/cgi-bin/webhook/send') return { status: 404, body: {} }
    const key = query.get('key') ?? ''
    if (!good.has(key)) return failed(93000, 'invalid webhook url')
    const { content } = json.text as { content: string }
    if (content === '' || Buffer.byteLength(content) > longestBytes) return failed(40058, 'invalid parameter')
    const lately = (sent.get(key) ?? []).filter((at) => now() - at < 60_000)
    if (lately.length >= perMinute) return failed(45009, 'api freq out of limit')
    sent.set(key, [...lately, now()])
    keep({ key, text: content })
    return { body: { errcode: 0, errmsg: 'ok' } }
  })
  return {
    ...api,
    /** The robot is taken out of its group. */
    remove: (key: string) => void good.delete(key),
  }
}

export type WecomGroupServer = Awaited<ReturnType<typeof startWecomGroupServer>>
