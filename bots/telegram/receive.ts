import { redeliverySeconds } from '../../src/chat/inbound.ts'
import type { Received } from '../../src/chat/message.ts'
import type { RawRequest, WebhookResult } from '../../src/chat/platform.ts'
import { checkShape } from '../../src/chat/wire/check-shape.ts'
import { parseLosslessJson } from '../../src/chat/wire/lossless-json.ts'
import { type Membership, type Message, updateSchema } from './update.ts'
import { namesSomebody, readWords } from './words.ts'

const ok = { status: 200, body: {} }
const isPresent = (status: string): boolean => !['left', 'kicked'].includes(status)

/** What is known of the bot: its number, and its name, which Telegram has to be asked for. */
export type Bot = { id: string; username: () => Promise<string> }

/** The message of a verified update. */
export async function receive(
  { body, now }: Pick<RawRequest, 'body' | 'now'>,
  bot: Bot,
): Promise<WebhookResult> {
  const update = checkShape(updateSchema, parseLosslessJson(body.toString('utf8')))
  const { update_id: id, message, my_chat_member: membership } = update
  const received = message ? await messageOf(id, message, bot) : membership && roomEvent(id, membership)
  const isHistory = received && now - received.sentAt > redeliverySeconds * 1000
  return { messages: received && !isHistory ? [received] : [], response: ok }
}

async function messageOf(id: string, message: Message, bot: Bot): Promise<Received | undefined> {
  const { chat, from, date, message_id: number, message_thread_id: thread } = message
  const isGroup = chat.type === 'group' || chat.type === 'supergroup'
  // Channels, and those who write in a group's name, are nobody.
  if (!from || from.is_bot || (!isGroup && chat.type !== 'private')) return undefined
  const said = message.text ?? message.caption ?? ''
  const entities = [...message.entities, ...message.caption_entities]
  const me = namesSomebody(said, entities) ? { id: bot.id, username: await bot.username() } : { id: bot.id }
  const { text, mentionsBot, forAnother } = readWords(said, entities, me)
  if (forAnother || (isGroup && said === '')) return undefined
  const answersBot = message.reply_to_message?.from?.id === bot.id
  return {
    kind: 'text',
    id,
    sender: { id: from.id, name: `${from.first_name} ${from.last_name}`.trim().slice(0, 200) },
    room: isGroup ? { id: chat.id, name: chat.title?.slice(0, 200) ?? '' } : null,
    text,
    mentionsBot: isGroup && (mentionsBot || answersBot),
    sentAt: date * 1000,
    replyHandle: { message: number, ...(thread !== undefined && { thread }) },
  }
}

/** The bot was taken into a group, or put out of it; what its rights are there is nothing to us. */
function roomEvent(id: string, { chat, date, ...change }: Membership): Received | undefined {
  const [was, is] = [isPresent(change.old_chat_member.status), isPresent(change.new_chat_member.status)]
  if (was === is || (chat.type !== 'group' && chat.type !== 'supergroup')) return undefined
  return {
    kind: is ? 'room.joined' : 'room.left',
    id,
    // The room stands in for whoever did it, so that its events keep their order.
    sender: { id: `room ${chat.id}`, name: '' },
    room: { id: chat.id, name: chat.title?.slice(0, 200) ?? '' },
    text: '',
    mentionsBot: false,
    sentAt: date * 1000,
  }
}
