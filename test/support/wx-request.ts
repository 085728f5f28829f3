import { writeFlatXml } from '../../src/chat/wire/flat-xml.ts'
import { createWxEnvelope } from '../../src/chat/wire/wx-envelope.ts'

export type WxKeys = { token: string; aesKey: string; receiveId: string }
export type WxTold = { query: URLSearchParams; headers: Record<string, string>; body: Buffer }

/** An encrypted request as 公众号 and 企业微信 make it, at a moment in milliseconds; `asJson` where they send JSON. */
export function wxRequest(
  keys: WxKeys,
  inner: string,
  { at, nonce = '1372623149', asJson = false }: { at: number; nonce?: string; asJson?: boolean },
): WxTold {
  const timestamp = String(Math.floor(at / 1000))
  const { encrypt, signature } = createWxEnvelope(keys).seal(inner, { timestamp, nonce })
  const body = asJson
    ? JSON.stringify({ encrypt })
    : writeFlatXml({ ToUserName: keys.receiveId, Encrypt: encrypt })
  return {
    query: new URLSearchParams({ msg_signature: signature, timestamp, nonce }),
    headers: {},
    body: Buffer.from(body),
  }
}

/** How the console checks an address: what is encrypted in `echostr` must come back. */
export function wxAddressCheck(keys: WxKeys, plain: string, { at }: { at: number }): WxTold {
  const proof = { timestamp: String(Math.floor(at / 1000)), nonce: '263014780' }
  const { encrypt, signature } = createWxEnvelope(keys).seal(plain, proof)
  const query = new URLSearchParams({ msg_signature: signature, ...proof, echostr: encrypt })
  return { query, headers: {}, body: Buffer.alloc(0) }
}

/** The same request with one thing changed by somebody on the way, one of each kind. */
export function wxForgeries({ query, headers, body }: WxTold): { name: string; request: WxTold }[] {
  const queryWith = (name: string, value: string | undefined) => {
    const changed = new URLSearchParams(query)
    if (value === undefined) changed.delete(name)
    else changed.set(name, value)
    return changed
  }
  const flip = (text: string, at: number) => {
    const one = text.at(at)
    return text.slice(0, at) + (one === '1' ? '2' : '1') + (at === -1 ? '' : text.slice(at + 1))
  }
  const names = [...query.keys()].filter((name) => name !== 'encrypt_type' && name !== 'openid')
  const text = body.toString('utf8')
  const middle = text.search(/[A-Za-z0-9+/]{40}/) + 20
  const twice = new URLSearchParams(query)
  twice.append('nonce', query.get('nonce') ?? '')
  return [
    ...names.flatMap((name) => [
      {
        name: `${name} changed`,
        request: { query: queryWith(name, flip(query.get(name) ?? '', -1)), headers, body },
      },
      { name: `no ${name}`, request: { query: queryWith(name, undefined), headers, body } },
    ]),
    { name: 'a part that is there twice', request: { query: twice, headers, body } },
    { name: 'another body', request: { query, headers, body: Buffer.from(flip(text, middle)) } },
    { name: 'half a body', request: { query, headers, body: body.subarray(0, body.length / 2) } },
    { name: 'no body', request: { query, headers, body: Buffer.alloc(0) } },
  ]
}
