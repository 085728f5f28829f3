import { randomUUID } from 'node:crypto'
import { readSecrets, sign } from '../../bots/standard/signature.ts'

export type Said = {
  /** The message's id; a new one when it is left out. */
  id?: string
  sender: { id: string; name?: string }
  room?: { id: string; name?: string }
  text: string
  mentionsBot?: boolean
}

/** A gateway that posts to us: signs like the real one. */
export function standardClient(options: { url: string; secret: string; now: () => number }) {
  const [key] = readSecrets(options.secret)
  if (!key) throw new Error('no secret')
  const post = async (
    body: string,
    headers: Record<string, string> = {},
    webhookId: string = randomUUID(),
  ) => {
    const timestamp = String(Math.floor(options.now() / 1000))
    const response = await fetch(options.url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': webhookId,
        'webhook-timestamp': timestamp,
        'webhook-signature': sign(key, { id: webhookId, timestamp, body }),
        ...headers,
      },
    })
    const text = await response.text()
    const json = (text.startsWith('{') ? JSON.parse(text) : {}) as {
      status?: string
      error?: string
      message?: string
    }
    return { status: response.status, body: json, retryAfter: response.headers.get('retry-after') }
  }
  return {
    /** Posts any body, signed; `headers` replace what was made. */
    post,
    /** Posts that somebody said something. */
    async send(said: Said) {
      const id = said.id ?? randomUUID()
      const body = JSON.stringify({
        type: 'message.received',
        timestamp: new Date(options.now()).toISOString(),
        data: {
          id,
          sender: said.sender,
          ...(said.room && { room: said.room }),
          text: said.text,
          mentions_bot: said.mentionsBot ?? false,
        },
      })
      return { ...(await post(body)), id }
    },
    /** Posts that we were taken into a room or put out of it. */
    event: (type: 'room.joined' | 'room.left', room: { id: string; name?: string }, webhookId?: string) =>
      post(
        JSON.stringify({ type, timestamp: new Date(options.now()).toISOString(), data: { room } }),
        {},
        webhookId,
      ),
  }
}
