import { z } from 'zod'
import { redeliverySeconds } from '../../src/chat/inbound.ts'
import type { Received } from '../../src/chat/message.ts'
import type { RawRequest, WebhookResult } from '../../src/chat/platform.ts'
import { checkShape } from '../../src/chat/wire/check-shape.ts'
import { wordsOf } from './text.ts'
import { type FeishuKeys, openEvent } from './verify.ts'

const ms = z
  .string()
  .regex(/^\d{13}$/)
  .transform(Number)
const user = z.object({ open_id: z.string().optional() })
const header = z.object({ event_id: z.string(), event_type: z.string(), create_time: ms })
const said = z.object({
  sender: z.object({ sender_id: user.nullish(), sender_type: z.string() }),
  message: z.object({
    message_id: z.string(),
    create_time: ms,
    chat_id: z.string(),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z.array(z.object({ key: z.string(), id: user, name: z.string() })).default([]),
  }),
})
const room = z.object({ chat_id: z.string(), name: z.string().default('') })

const ok = { status: 200, body: {} }

/**
 * Messages of an event of 飞书, and the answer to its check of the address. `bot` gives the bot's own open_id; it is
 * asked for only when somebody was mentioned.
 */
export async function receive(
  keys: FeishuKeys,
  request: RawRequest,
  bot: () => Promise<string>,
): Promise<WebhookResult> {
  const plain = openEvent(keys, request)
  if (plain.type === 'url_verification')
    return { messages: [], response: { status: 200, body: { challenge: String(plain.challenge) } } }
  const about = checkShape(header, plain.header)
  const { event_type: type } = about
  if (type === 'im.message.receive_v1')
    return { messages: await messagesOf(checkShape(said, plain.event), request.now, bot), response: ok }
  const joined = type === 'im.chat.member.bot.added_v1'
  if (!joined && type !== 'im.chat.member.bot.deleted_v1') return { messages: [], response: ok }
  const { chat_id: id, name } = checkShape(room, plain.event)
  const message: Received = {
    kind: joined ? 'room.joined' : 'room.left',
    id: about.event_id,
    // The room stands in for whoever did it, so that its events keep their order.
    sender: { id: `room ${id}`, name: '' },
    room: { id, name: name.slice(0, 200) },
    text: '',
    mentionsBot: false,
    sentAt: about.create_time,
  }
  return { messages: [message], response: ok }
}

/** Nothing of what bots say, of what is older than any repeat, and of groups without words. */
async function messagesOf(
  { sender, message }: z.infer<typeof said>,
  now: number,
  bot: () => Promise<string>,
): Promise<Received[]> {
  const {
    message_id: id,
    create_time: sentAt,
    chat_id: chat,
    mentions,
    message_type: type,
    content,
  } = message
  const open = sender.sender_id?.open_id
  if (sender.sender_type !== 'user' || !open || now - sentAt > redeliverySeconds * 1000) return []
  const me = mentions.length > 0 ? await bot() : undefined
  const text = wordsOf({ type, content }, mentions, me)
  const direct = message.chat_type === 'p2p'
  const mentionsBot = mentions.some(
    ({ id: { open_id: mentioned } }) => mentioned !== undefined && mentioned === me,
  )
  if (!direct && text.trim() === '' && !mentionsBot) return []
  return [
    {
      kind: 'text',
      id,
      sender: { id: open, name: '' },
      room: direct ? null : { id: chat, name: '' },
      text,
      mentionsBot,
      sentAt,
    },
  ]
}
