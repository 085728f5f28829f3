import type { RawRequest, WebhookResult } from '../../src/chat/platform.ts'
import type { WxEnvelope } from '../../src/chat/wire/wx-envelope.ts'
import { readSealed, readWxFields } from '../../src/chat/wire/wx-fields.ts'
import { readWxMessage } from '../../src/chat/wire/wx-message.ts'
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
  const message = readWxMessage(fields)
  return { messages: message ? [message] : [], response: taken }
}
