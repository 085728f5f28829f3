import { randomBytes } from 'node:crypto'
import { type ApiAnswer, startFakeApi } from './fake-api.ts'

export type BotAnswer = { chat: string; to: string; text: string }

const failed = (errcode: number, errmsg: string): ApiAnswer => ({ body: { errcode, errmsg } })
const hourMs = 3600_000

/** Where a 智能机器人 posts its answers: each `response_url` takes one, in markdown, within an hour. */
export async function startWecomBotServer({ now }: { now: () => number }) {
  const codes = new Map<string, { chat: string; to: string; until: number }>()
  const api = await startFakeApi<BotAnswer>(({ method, path, query, json }, keep) => {
    if (method !== 'POST' || path !== '/cgi-bin/aibot/response') return { status: 404, body: {} }
    const code = query.get('response_code') ?? ''
    const open = codes.get(code)
    if (!open || now() > open.until) return failed(40001, 'invalid response_code')
    const { content } = json.markdown as { content: string }
    if (json.msgtype !== 'markdown' || content === '') return failed(40058, 'invalid request parameter')
    codes.delete(code)
    keep({ chat: open.chat, to: open.to, text: content })
    return { body: { errcode: 0, errmsg: 'ok' } }
  })
  return {
    ...api,
    /** The `response_url` of a message that `to` says in a chat. */
    responseUrl(chat: string, to: string): string {
      const code = randomBytes(16).toString('hex')
      codes.set(code, { chat, to, until: now() + hourMs })
      return `${api.url}/cgi-bin/aibot/response?response_code=${code}`
    },
  }
}

export type WecomBotServer = Awaited<ReturnType<typeof startWecomBotServer>>
