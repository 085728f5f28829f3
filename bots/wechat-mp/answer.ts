import type { WebhookAnswer } from '../../src/chat/platform.ts'
import { writeFlatXml } from '../../src/chat/wire/flat-xml.ts'
import type { WxEnvelope } from '../../src/chat/wire/wx-envelope.ts'

/** How 微信 is told that nothing is said in the response. */
export const nothing: WebhookAnswer = { status: 200, body: 'success' }

/** A text in the response (被动回复), in the form the request had, encrypted in safe mode. `at` is in milliseconds. */
export function passiveAnswer(
  text: string,
  about: {
    fields: Record<string, string>
    asJson: boolean
    envelope: WxEnvelope | undefined
    nonce: string
    at: number
  },
): WebhookAnswer {
  const { fields, asJson, envelope, nonce } = about
  const seconds = Math.floor(about.at / 1000)
  const write = (one: Record<string, string | number>) => (asJson ? JSON.stringify(one) : writeFlatXml(one))
  const plain = write({
    ToUserName: fields.FromUserName ?? '',
    FromUserName: fields.ToUserName ?? '',
    CreateTime: seconds,
    MsgType: 'text',
    Content: text,
  })
  if (!envelope) return { status: 200, body: plain }
  const { encrypt, signature } = envelope.seal(plain, { timestamp: String(seconds), nonce })
  return {
    status: 200,
    body: write({ Encrypt: encrypt, MsgSignature: signature, TimeStamp: seconds, Nonce: nonce }),
  }
}
