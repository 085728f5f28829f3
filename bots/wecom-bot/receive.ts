import type { Received } from '../../src/chat/message.ts'
import type { RawRequest, WebhookAnswer, WebhookResult } from '../../src/chat/platform.ts'
import { parseLosslessJson } from '../../src/chat/wire/lossless-json.ts'
import type { WxEnvelope } from '../../src/chat/wire/wx-envelope.ts'
import { readSealed } from '../../src/chat/wire/wx-fields.ts'
import { readEchostr, readWxProof } from '../../src/chat/wire/wx-proof.ts'
import { AppError } from '../../src/errors.ts'
import { readResponseCode } from './response-code.ts'
import { type Callback, callback, wordsOf } from './said.ts'

/** A `response_url` is good for an hour; what is left a minute before is not begun any more. */
const goodForMs = 59 * 60_000

/** An empty 200 says that the answer comes later, to the `response_url`. */
const taken: WebhookAnswer = { status: 200, body: '' }

/** A request to the robot's URL: its check, a message, or a question for more of a stream. */
export function receive(
  { envelope, api }: { envelope: WxEnvelope; api: string },
  { method, query, body, now }: RawRequest,
): WebhookResult {
  const proof = readWxProof(query, { signature: 'msg_signature', now })
  if (method === 'GET')
    return { messages: [], response: { status: 200, body: envelope.open(readEchostr(query), proof) } }
  const said = read(envelope.open(readSealed(body), proof))
  if (said.msgtype === 'stream') return { messages: [], response: endOfStream(said, envelope, proof) }
  // Of events none says anything; whoever opens the chat for the first time on a day is not greeted every day.
  if (said.msgtype === 'event') return { messages: [], response: taken }
  // Messages tell no time; the request does.
  return { messages: [messageOf(said, { api, at: Number(proof.timestamp) * 1000 })], response: taken }
}

function read(text: string): Callback {
  const { data, error } = callback.safeParse(parseLosslessJson(text))
  if (data) return data
  throw new AppError('malformed', `${error.issues[0]?.path.join('.') || 'body'} is not as it should be`)
}

function messageOf(said: Callback, { api, at }: { api: string; at: number }): Received {
  const { msgid, from, chattype, chatid, response_url: url } = said
  const inGroup = chattype === 'group'
  if (!from || (inGroup && !chatid))
    throw new AppError('malformed', 'from and, in a group, chatid are needed')
  return {
    kind: 'text',
    id: msgid,
    sender: { id: from.userid, name: '' },
    room: inGroup && chatid ? { id: chatid, name: '' } : null,
    text: wordsOf(said),
    // In a group a robot hears what mentions it, and nothing else.
    mentionsBot: inGroup,
    sentAt: at,
    answersOnly: true,
    ...(url && { replyHandle: { code: readResponseCode(url, api), until: at + goodForMs } }),
  }
}

/** We begin no streams; one that is asked for (another service had this URL before) is over. */
function endOfStream(
  { stream }: Callback,
  envelope: WxEnvelope,
  { timestamp, nonce }: { timestamp: string; nonce: string },
): WebhookAnswer {
  const over = { msgtype: 'stream', stream: { id: stream?.id ?? '', finish: true, content: '' } }
  const { encrypt, signature } = envelope.seal(JSON.stringify(over), { timestamp, nonce })
  return {
    status: 200,
    body: { encrypt, msgsignature: signature, timestamp: Number(timestamp), nonce },
  }
}
