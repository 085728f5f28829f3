import { AppError } from '../../errors.ts'
import type { Received } from '../message.ts'

/**
 * What somebody said to a 公众号 or an app of 企业微信, out of the fields of a verified request. Pictures, voices and the
 * like come without words; of events only those that say something are messages: whoever follows asks what can be
 * said, and an entry of the menu says its key. Throws AppError `malformed`.
 */
export function readWxMessage(fields: Record<string, string>): Received | undefined {
  const { FromUserName: sender, CreateTime: seconds, MsgType: type, MsgId, Event = '' } = fields
  if (!sender || !type || !/^\d{1,12}$/.test(seconds ?? ''))
    throw new AppError('malformed', 'FromUserName, CreateTime and MsgType are needed')
  const text = type === 'event' ? saidBy(fields) : type === 'text' ? (fields.Content ?? '') : ''
  if (text === undefined) return undefined
  // Events have no number; the platforms tell repeats by who and when.
  const id = type === 'event' ? `${sender} ${seconds} ${Event}` : MsgId
  if (!id) throw new AppError('malformed', 'MsgId is needed')
  return {
    kind: 'text',
    id,
    sender: { id: sender, name: '' },
    room: null,
    text,
    mentionsBot: false,
    sentAt: Number(seconds) * 1000,
  }
}

function saidBy({ Event: event = '', EventKey: key }: Record<string, string>): string | undefined {
  if (event === 'subscribe') return 'help'
  return event.toLowerCase() === 'click' ? key : undefined
}
