import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFlatXml } from '../../../src/chat/wire/flat-xml.ts'
import { createWxEnvelope, type WxProof, wxSignature } from '../../../src/chat/wire/wx-envelope.ts'

type Example = {
  id: string
  source: string
  input: {
    token: string
    encodingAESKey: string
    receiveId: string
    query?: Record<string, string>
    rawQuery?: string
    body?: string
    encrypt?: string
    message?: string
    random?: string
    timestamp?: string
    nonce?: string
  }
  expected: { message?: string; body?: unknown; encrypt?: string; msgSignature?: string }
}

/** Worked examples of the platforms themselves; each names where it is from. */
const examples = JSON.parse(
  readFileSync(new URL('../../fixtures/wire/wx-envelope.json', import.meta.url), 'utf8'),
) as Example[]
const example = (id: string): Example => {
  const found = examples.find((one) => one.id === id)
  if (!found) throw new Error(`no example ${id}`)
  return found
}
const envelopeOf = ({ input: { token, encodingAESKey, receiveId } }: Example) =>
  createWxEnvelope({ token, aesKey: encodingAESKey, receiveId })

/** The encrypted text of an example and what proves where it is from. */
function sent({ input }: Example): { encrypted: string; proof: WxProof } {
  const query = new URLSearchParams(input.rawQuery ?? input.query)
  const said = (name: string) => query.get(name) ?? ''
  const body = input.body ?? ''
  const encrypted =
    input.encrypt ??
    (body.startsWith('<')
      ? readFlatXml(body)['Encrypt']
      : body && (JSON.parse(body) as { Encrypt: string }).Encrypt)
  return {
    encrypted: encrypted || said('echostr'),
    proof: { signature: said('msg_signature'), timestamp: said('timestamp'), nonce: said('nonce') },
  }
}

describe('the envelope of 公众号 and 企业微信', () => {
  const inbound = examples.filter(({ id }) => id !== 'wechat_mp.aes_reply')

  test.each(inbound)('opens the official example $id', (one) => {
    const { encrypted, proof } = sent(one)
    expect(envelopeOf(one).open(encrypted, proof)).toBe(one.expected.message ?? one.expected.body)
  })

  test('seals an answer like the official example, to the byte', () => {
    const one = example('wechat_mp.aes_reply')
    const { message = '', random = '', timestamp = '', nonce = '' } = one.input
    const { encrypt, signature } = envelopeOf(one).seal(message, {
      timestamp,
      nonce,
      random: Buffer.from(random),
    })
    expect({ encrypt, signature }).toEqual({
      encrypt: one.expected.encrypt,
      signature: one.expected.msgSignature,
    })
  })

  test.each(inbound)('refuses $id with any one character changed', (one) => {
    const { encrypted, proof } = sent(one)
    const envelope = envelopeOf(one)
    const change = (text: string, at: number) =>
      `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
    for (const field of ['signature', 'timestamp', 'nonce'] as const)
      for (let at = 0; at < proof[field].length; at++)
        expect(() => envelope.open(encrypted, { ...proof, [field]: change(proof[field], at) })).toThrow(
          'does not fit',
        )
    for (let at = 0; at < encrypted.length; at += 7)
      expect(() => envelope.open(change(encrypted, at), proof)).toThrow('does not fit')
    expect(() => envelope.open(encrypted, { ...proof, signature: '' })).toThrow('does not fit')
  })

  test('refuses what was meant for another receiver, though it is rightly signed', () => {
    const one = example('wecom.xml_post')
    const { encrypted, proof } = sent(one)
    const other = createWxEnvelope({
      token: one.input.token,
      aesKey: one.input.encodingAESKey,
      receiveId: '',
    })
    expect(() => other.open(encrypted, proof)).toThrow('meant for somebody else')
  })

  test('refuses rightly signed nonsense', () => {
    const one = example('wecom.xml_post')
    const at = { timestamp: '1', nonce: '2' }
    const signed = (encrypted: string) => ({
      ...at,
      signature: wxSignature(one.input.token, '1', '2', encrypted),
    })
    for (const nonsense of [
      '',
      'AAAA',
      Buffer.alloc(32).toString('base64'),
      Buffer.alloc(64, 7).toString('base64'),
    ])
      expect(() => envelopeOf(one).open(nonsense, signed(nonsense))).toThrow(
        /cut off|padding|too short|shorter|somebody else/,
      )
  })

  test('whatever is sealed opens again', () => {
    const envelope = envelopeOf(example('wecom.xml_post'))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const at = { timestamp: '1409659813', nonce: 'n' }
        const { encrypt, signature } = envelope.seal(text, at)
        expect(envelope.open(encrypt, { ...at, signature })).toBe(text)
      }),
    )
  })

  test('a key of another length is a wrong setting', () => {
    expect(() => createWxEnvelope({ token: 't', aesKey: 'short', receiveId: '' })).toThrow('43')
  })
})
