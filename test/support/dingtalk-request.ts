import { randomBytes } from 'node:crypto'
import { dingtalkSignature } from '../../bots/dingtalk/verify.ts'

export type DingtalkRequest = { query: URLSearchParams; headers: Record<string, string>; body: Buffer }

export type DingtalkSaid = {
  id?: string
  user: string
  name?: string
  room?: { id: string; name: string }
  text?: string
  /** Fields that are otherwise, or more. */
  other?: object
}

/** What the robot of an app is told, in the form of open.dingtalk.com (机器人接收消息). `at` is in milliseconds. */
export const dingtalkSaid = (said: DingtalkSaid, at: number): object => ({
  msgId: said.id ?? `msg${randomBytes(8).toString('base64')}`,
  conversationId: said.room?.id ?? `cidDirect${said.user}==`,
  conversationType: said.room ? '2' : '1',
  ...(said.room && { conversationTitle: said.room.name, isInAtList: true }),
  senderId: `$:LWCP_v1:$${said.user}`,
  senderStaffId: said.user,
  senderNick: said.name ?? said.user,
  senderCorpId: 'ding9f50b15bccd16741',
  chatbotUserId: '$:LWCP_v1:$robot',
  robotCode: 'dingrobot',
  createAt: at,
  msgtype: 'text',
  // A space is left where the mention of the robot was.
  text: { content: said.room ? ` ${said.text ?? ''}` : (said.text ?? '') },
  ...said.other,
})

/** That as a request with its headers. */
export function dingtalkRequest(secret: string, json: object | string, at: number): DingtalkRequest {
  const timestamp = String(at)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    timestamp,
    sign: dingtalkSignature(secret, timestamp),
  }
  const body = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json))
  return { query: new URLSearchParams(), headers, body }
}

/** What somebody could make of the headers who does not know the secret. */
export function dingtalkForgeries({ headers, body, query }: DingtalkRequest) {
  const { timestamp = '', sign = '' } = headers
  const flipped = (text: string, at: number) =>
    text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1)
  const others: [string, Record<string, string>][] = [
    ['no headers', {}],
    ['no sign', { timestamp }],
    ['no timestamp', { sign }],
    ['an empty sign', { timestamp, sign: '' }],
    ['the first character of sign changed', { timestamp, sign: flipped(sign, 0) }],
    ['the last character of sign changed', { timestamp, sign: flipped(sign, sign.length - 2) }],
    ['half of sign', { timestamp, sign: sign.slice(0, 20) }],
    ['another millisecond', { timestamp: flipped(timestamp, timestamp.length - 1), sign }],
    ['seconds', { timestamp: timestamp.slice(0, 10), sign }],
  ]
  return others.map(([name, forged]) => ({ name, request: { query, headers: forged, body } }))
}
