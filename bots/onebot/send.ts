import type { OutboundMessage } from '../../src/chat/platform.ts'
import { plainText } from '../../src/chat/wire/plain-text.ts'
import { AppError } from '../../src/errors.ts'
import type { OnebotApi } from './api.ts'
import type { Segment } from './cq.ts'

/**
 * Sends one message as segments: text in a segment is text, whatever it looks like, so that nothing people wrote becomes
 * a CQ code. In a group it quotes and mentions whoever asked.
 */
export async function send(
  api: OnebotApi,
  message: OutboundMessage,
  signal: AbortSignal,
): Promise<{ platformId?: string }> {
  const { to } = message
  const id = numberOf(to.id)
  const said = { message: segmentsOf(message) }
  const data =
    to.kind === 'room'
      ? await api.act('send_group_msg', { group_id: id, ...said }, signal)
      : await api.act('send_private_msg', { user_id: id, ...said }, signal)
  const { message_id: platformId } = data
  return typeof platformId === 'number' || typeof platformId === 'string'
    ? { platformId: `${platformId}` }
    : {}
}

function segmentsOf(message: OutboundMessage): Segment[] {
  const text = { type: 'text', data: { text: plainText(message) } }
  if (message.to.kind === 'person') return [text]
  const quoted = message.replyHandle?.message
  const quote = typeof quoted === 'string' ? [{ type: 'reply', data: { id: quoted } }] : []
  // `all` is everybody, and no number.
  const mentions = message.mentions
    .filter((user) => /^\d+$/.test(user))
    .flatMap((user) => [
      { type: 'at', data: { qq: user } },
      { type: 'text', data: { text: ' ' } },
    ])
  return [...quote, ...mentions, text]
}

function numberOf(id: string): number {
  const number = Number(id)
  if (/^\d{1,16}$/.test(id) && Number.isSafeInteger(number)) return number
  throw new AppError('refused', 'this is no number of QQ')
}
