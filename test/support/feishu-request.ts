import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { type FeishuKeys, feishuSignature } from '../../bots/feishu/verify.ts'

export type FeishuRequest = { query: URLSearchParams; headers: Record<string, string>; body: Buffer }

/** `{"encrypt": …}` as 飞书 makes it of an event. */
export function feishuBody(encryptKey: string, event: object): Buffer {
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv)
  const encrypted = Buffer.concat([iv, cipher.update(JSON.stringify(event)), cipher.final()])
  return Buffer.from(JSON.stringify({ encrypt: encrypted.toString('base64') }))
}

/** A signed body, made at `at` (milliseconds). */
export function signFeishu(encryptKey: string, body: Buffer, at: number): FeishuRequest {
  const [timestamp, nonce] = [String(Math.floor(at / 1000)), randomBytes(8).toString('hex')]
  const headers = {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': feishuSignature(encryptKey, timestamp, nonce, body),
  }
  return { query: new URLSearchParams(), headers, body }
}

/** An event of version 2.0 in its signed and encrypted form; `header` replaces what is in the event's own. */
export function feishuEvent(
  keys: FeishuKeys,
  {
    type,
    id,
    event,
    at,
    header = {},
  }: { type: string; id: string; event: object; at: number; header?: object },
): FeishuRequest {
  const own = {
    event_id: id,
    event_type: type,
    create_time: String(at),
    token: keys.verificationToken,
    app_id: keys.appId,
    tenant_key: '736588c9260f175d',
    ...header,
  }
  return signFeishu(keys.encryptKey, feishuBody(keys.encryptKey, { schema: '2.0', header: own, event }), at)
}

export type FeishuSaid = {
  id: string
  user: string
  /** The group's id, or none for a direct chat. */
  room?: string
  text?: string
  /** Type and content of what is not a text. */
  other?: { type: string; content: object }
  mentions?: { key: string; id: { open_id: string }; name: string }[]
  senderType?: string
}

/** `event` of im.message.receive_v1. */
export const feishuSaid = (said: FeishuSaid, at: number): object => ({
  sender: {
    sender_id: { open_id: said.user, union_id: `on_${said.user}`, user_id: null },
    sender_type: said.senderType ?? 'user',
    tenant_key: '736588c9260f175d',
  },
  message: {
    message_id: said.id,
    create_time: String(at),
    chat_id: said.room ?? `oc_direct_${said.user}`,
    chat_type: said.room ? 'group' : 'p2p',
    message_type: said.other?.type ?? 'text',
    content: JSON.stringify(said.other?.content ?? { text: said.text ?? '' }),
    ...(said.mentions && { mentions: said.mentions }),
  },
})

/** What somebody could make of a request who has seen it and knows no key: each part changed a little, or away. */
export function feishuForgeries(request: FeishuRequest): { name: string; request: FeishuRequest }[] {
  const { headers, body } = request
  const flipped = (text: string, at: number) =>
    text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1)
  const changed = Object.entries(headers).flatMap(([name, value]) => [
    {
      name: `${name}, its last character changed`,
      headers: { ...headers, [name]: flipped(value, value.length - 1) },
    },
    { name: `${name}, its first character changed`, headers: { ...headers, [name]: flipped(value, 0) } },
    { name: `${name} empty`, headers: { ...headers, [name]: '' } },
    {
      name: `no ${name}`,
      headers: Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name)),
    },
  ])
  const cut = [13, Math.floor(body.length / 2), body.length - 4].map((at) => {
    const other = Buffer.from(body)
    other[at] = body[at] === 0x41 ? 0x42 : 0x41
    return { name: `another byte ${at} of the body`, request: { ...request, body: other } }
  })
  return [
    ...changed.map(({ name, headers: others }) => ({ name, request: { ...request, headers: others } })),
    ...cut,
    {
      name: 'a space after the body',
      request: { ...request, body: Buffer.concat([body, Buffer.from(' ')]) },
    },
    { name: 'no headers at all', request: { ...request, headers: {} } },
  ]
}
