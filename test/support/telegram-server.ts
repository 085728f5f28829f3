import { type ApiAnswer, startFakeApi } from './fake-api.ts'

export type TelegramMessage = {
  to: string
  text: string
  answers?: number
  buttons: string[]
  thread?: number
}

type Params = {
  chat_id: number
  text: string
  message_thread_id?: number
  reply_parameters?: { message_id: number }
  reply_markup?: { keyboard: { text: string }[][] }
}

const failed = (code: number, description: string, more = {}): ApiAnswer => ({
  status: code,
  body: { ok: false, error_code: code, description, ...more },
})

/** The Bot API for one bot; a group that was moved is not written to by its old number. */
export async function startTelegramServer(bot: { token: string; username: string }) {
  const blocked = new Set<string>()
  const moved = new Map<string, number>()
  let webhook: object = { url: '', pending_update_count: 0 }
  let count = 0

  const api = await startFakeApi<TelegramMessage>(({ path, json }, keep) => {
    if (!path.startsWith(`/bot${bot.token}/`)) return failed(401, 'Unauthorized')
    const id = Number(bot.token.split(':')[0])
    const done = (result: object): ApiAnswer => ({ body: { ok: true, result } })
    if (path.endsWith('/getMe')) return done({ id, is_bot: true, first_name: '联动', username: bot.username })
    if (path.endsWith('/getWebhookInfo')) return done(webhook)
    if (!path.endsWith('/sendMessage')) return failed(404, 'Not Found')
    const params = json as Params
    const to = String(params.chat_id)
    const where = moved.get(to)
    if (where !== undefined)
      return failed(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        parameters: { migrate_to_chat_id: where },
      })
    if (blocked.has(to)) return failed(403, 'Forbidden: bot was blocked by the user')
    if (params.text === '') return failed(400, 'Bad Request: message text is empty')
    if (params.text.length > 4096) return failed(400, 'Bad Request: message is too long')
    keep({
      to,
      text: params.text,
      buttons: (params.reply_markup?.keyboard ?? []).flat().map(({ text }) => text),
      ...(params.reply_parameters && { answers: params.reply_parameters.message_id }),
      ...(params.message_thread_id !== undefined && { thread: params.message_thread_id }),
    })
    return done({ message_id: ++count, date: 0, chat: { id: params.chat_id } })
  })
  return {
    ...api,
    block: (user: string) => void blocked.add(user),
    move: (from: string, to: number) => void moved.set(from, to),
    setWebhook: (info: object) => void (webhook = info),
  }
}

export type TelegramServer = Awaited<ReturnType<typeof startTelegramServer>>
