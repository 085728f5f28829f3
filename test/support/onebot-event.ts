import { onebotSignature } from '../../bots/onebot/verify.ts'

export type OnebotRequest = { query: URLSearchParams; headers: Record<string, string>; body: Buffer }

export type OnebotSaid = {
  id: number
  user: number
  name?: string
  room?: number
  /** Segments, or a string with CQ codes. */
  message: object[] | string
  /** Fields that are otherwise, or more. */
  other?: object
}

export const textSegment = (text: string) => ({ type: 'text', data: { text } })
export const atSegment = (qq: string) => ({ type: 'at', data: { qq } })

/** A message event in the form of onebot-11 (event/message.md). `at` is in milliseconds. */
export const onebotSaid = (self: number, said: OnebotSaid, at: number): object => ({
  time: Math.floor(at / 1000),
  self_id: self,
  post_type: 'message',
  message_type: said.room ? 'group' : 'private',
  sub_type: said.room ? 'normal' : 'friend',
  message_id: said.id,
  ...(said.room && { group_id: said.room, anonymous: null }),
  user_id: said.user,
  message: said.message,
  raw_message: '',
  font: 0,
  sender: { user_id: said.user, nickname: said.name ?? '小不点', card: '' },
  ...said.other,
})

/** An event as a request with its signature. */
export function onebotRequest(secret: string, self: number | string, json: object | string): OnebotRequest {
  const body = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json))
  const headers = {
    'content-type': 'application/json',
    'x-self-id': String(self),
    'x-signature': onebotSignature(secret, body),
  }
  return { query: new URLSearchParams(), headers, body }
}

/** What somebody could make of a request who does not know the secret. */
export function onebotForgeries({ headers, body, query }: OnebotRequest) {
  const signature = headers['x-signature'] ?? ''
  const flipped = (at: number) =>
    signature.slice(0, at) + (signature[at] === '1' ? '2' : '1') + signature.slice(at + 1)
  const signedBy = (other: string): Record<string, string> => ({ ...headers, 'x-signature': other })
  const { 'x-signature': _, ...unsigned } = headers
  const others: [string, Record<string, string>][] = [
    ['no signature', unsigned],
    ['an empty signature', signedBy('')],
    ['no sha1=', signedBy(signature.slice('sha1='.length))],
    ['the first digit changed', signedBy(flipped(5))],
    ['the last digit changed', signedBy(flipped(signature.length - 1))],
    ['half a signature', signedBy(signature.slice(0, 20))],
    ['another algorithm', signedBy(signature.replace('sha1=', 'sha256='))],
    ['another account', { ...headers, 'x-self-id': '10002000' }],
  ]
  const bodies = [1, Math.floor(body.length / 2), body.length - 2].map((at) => {
    const other = Buffer.from(body)
    other[at] = (body[at] ?? 0) ^ 1
    return { name: `another byte ${at} of the body`, request: { query, headers, body: other } }
  })
  return [
    ...others.map(([name, forged]) => ({ name, request: { query, headers: forged, body } })),
    ...bodies,
    {
      name: 'a space after the body',
      request: { query, headers, body: Buffer.concat([body, Buffer.from(' ')]) },
    },
  ]
}
