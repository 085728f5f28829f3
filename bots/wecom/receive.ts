import type { Received } from '../../src/chat/message.ts'
import type { RawRequest, WebhookResult } from '../../src/chat/platform.ts'
import type { WxEnvelope } from '../../src/chat/wire/wx-envelope.ts'
import { readSealed, readWxFields } from '../../src/chat/wire/wx-fields.ts'
import { readEchostr, readWxProof } from '../../src/chat/wire/wx-proof.ts'
import { AppError } from '../../src/errors.ts'

/** What 企业微信 expects: an empty 200 within 5 s; anything else is sent again, three times. */
const taken = { status: 200, body: '' }

/**
 * A request of 接收消息: the check of the address, or what a member said to the app. Throws AppError `unsigned` for
 * what is not from our corp and for our app, `malformed` for what has no sender or id.
 */
export function receive(
  { envelope, agentId }: { envelope: WxEnvelope; agentId: string },
  { method, query, body, now }: RawRequest,
): WebhookResult {
  const proof = readWxProof(query, { signature: 'msg_signature', now })
  if (method === 'GET')
    return { messages: [], response: { status: 200, body: envelope.open(readEchostr(query), proof) } }
  const fields = readWxFields(envelope.open(readSealed(body), proof))
  if ((fields.AgentID ?? agentId) !== agentId)
    throw new AppError('unsigned', 'the message was meant for another app')
  const message = messageOf(fields)
  return { messages: message ? [message] : [], response: taken }
}

/** Pictures, voices and the like come without words; of events only those that say something are messages. */
function messageOf(fields: Record<string, string>): Received | undefined {
  const { FromUserName: sender, CreateTime: seconds, MsgType: type, MsgId } = fields
  if (!sender || !type || !/^\d{1,12}$/.test(seconds ?? ''))
    throw new AppError('malformed', 'FromUserName, CreateTime and MsgType are needed')
  const text = type === 'event' ? saidBy(fields) : type === 'text' ? (fields.Content ?? '') : ''
  if (text === undefined) return undefined
  const id = type === 'event' ? `${sender} ${seconds} ${fields.Event}` : MsgId
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

/** Whoever comes into the app's 可见范围 is greeted with what can be said; a menu entry says its key. */
function saidBy({ Event: event, EventKey: key }: Record<string, string>): string | undefined {
  if (event === 'subscribe') return 'help'
  return event === 'click' ? key : undefined
}
