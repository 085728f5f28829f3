import type { OutboundMessage } from '../../src/chat/platform.ts'
import { plainText } from '../../src/chat/wire/plain-text.ts'
import { AppError } from '../../src/errors.ts'
import { movedTo, type TelegramApi, telegramError } from './api.ts'

/** Buttons side by side. */
const inRow = 2

/**
 * Sends one message (sendMessage). It is plain text: nothing that people wrote becomes a mention or a hidden link. A
 * group that has become a supergroup is followed, once.
 */
export async function send(
  api: TelegramApi,
  message: OutboundMessage,
  signal: AbortSignal,
): Promise<{ platformId?: string }> {
  // `@name` would be a public channel.
  if (!/^-?\d{1,16}$/.test(message.to.id)) throw new AppError('refused', 'this is not the id of a chat')
  const first = await api.call('sendMessage', paramsOf(message, message.to.id), signal)
  const moved = movedTo(first.body)
  // The numbers of the messages before are not known there.
  const { replyHandle: _, ...plain } = message
  const { status, body } =
    moved === undefined ? first : await api.call('sendMessage', paramsOf(plain, moved), signal)
  if (body.ok !== true) throw telegramError(status, body)
  const { message_id: id } = body.result as { message_id?: number }
  return id === undefined ? {} : { platformId: `${message.to.id}:${id}` }
}

function paramsOf(message: OutboundMessage, chat: string): object {
  const { message: number, thread } = message.replyHandle ?? {}
  const answers = message.to.kind === 'room' && typeof number === 'number'
  // In a group buttons are for whoever is answered; without that they would be everybody's.
  const tappable = message.quickReplies.length > 0 && (message.to.kind === 'person' || answers)
  return {
    chat_id: Number(chat),
    text: plainText(tappable ? { ...message, quickReplies: [] } : message),
    link_preview_options: { is_disabled: true },
    ...(typeof thread === 'number' && { message_thread_id: thread }),
    ...(answers && { reply_parameters: { message_id: number, allow_sending_without_reply: true } }),
    ...(tappable && {
      reply_markup: {
        keyboard: rowsOf(message.quickReplies),
        resize_keyboard: true,
        one_time_keyboard: true,
        selective: answers,
      },
    }),
  }
}

function rowsOf(replies: readonly string[]): { text: string }[][] {
  const count = Math.ceil(replies.length / inRow)
  return Array.from({ length: count }, (_, row) =>
    replies.slice(row * inRow, (row + 1) * inRow).map((text) => ({ text })),
  )
}
