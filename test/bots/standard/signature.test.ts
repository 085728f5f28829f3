import { describe, expect, test } from 'vitest'
import { readSecrets, sign, verify } from '../../../bots/standard/signature.ts'
import { readFixture } from '../../support/read-fixture.ts'

/** What the makers of Standard Webhooks test their own library with. */
const official = readFixture('standard/official.json')
const secret = official.secret ?? ''
const body = Buffer.from(official.body ?? '')
const [key = Buffer.alloc(0)] = readSecrets(secret)
const signedAt = Number(official['webhook-timestamp']) * 1000
const headers = {
  'webhook-id': official['webhook-id'],
  'webhook-timestamp': official['webhook-timestamp'],
  'webhook-signature': official['webhook-signature'],
}

type Attempt = {
  headers?: Record<string, string | string[] | undefined>
  body?: Buffer
  now?: number
  keys?: Buffer[]
}
const attempt = ({ headers: changed = {}, now = signedAt, keys = [key], ...rest }: Attempt = {}) =>
  verify(keys, { headers: { ...headers, ...changed }, body: rest.body ?? body, now })

const ofBytes = (n: number) => `whsec_${Buffer.alloc(n, 1).toString('base64')}`

/** The same text with one character changed. */
const flipped = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)

test('the official vector is signed the same and accepted', () => {
  const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '' } = headers
  expect(sign(key, { id, timestamp, body })).toBe(headers['webhook-signature'])
  expect(() => attempt()).not.toThrow()
})

describe('whatever was changed on the way is refused', () => {
  test.each(['webhook-id', 'webhook-signature'] as const)('any character of %s', (name) => {
    const value = headers[name] ?? ''
    for (let i = 0; i < value.length; i++)
      expect(() => attempt({ headers: { [name]: flipped(value, i) } })).toThrow('signature')
  })

  test('any byte of the body', () => {
    for (let i = 0; i < body.length; i++) {
      const changed = Buffer.from(body)
      changed[i] = (changed[i] ?? 0) ^ 1
      expect(() => attempt({ body: changed })).toThrow('signature')
    }
    expect(() => attempt({ body: Buffer.concat([body, Buffer.from(' ')]) })).toThrow('signature')
    expect(() => attempt({ body: Buffer.alloc(0) })).toThrow('signature')
  })

  test('the timestamp, even within the window', () => {
    const later = String(Number(headers['webhook-timestamp']) + 1)
    expect(() => attempt({ headers: { 'webhook-timestamp': later } })).toThrow('signature')
  })

  test('a part of a signature, a longer one, or none', () => {
    const whole = headers['webhook-signature'] ?? ''
    for (const given of [whole.slice(0, -1), `${whole}=`, 'v1,', 'v1', '', whole.replace('v1,', 'v1a,')])
      expect(() => attempt({ headers: { 'webhook-signature': given } })).toThrow('signature')
  })

  test('a part of the id that was moved into the timestamp, which leaves the signed bytes as they were', () => {
    const timestamp = headers['webhook-timestamp'] ?? ''
    const signature = sign(key, { id: 'msg.1', timestamp, body })
    const moved = { 'webhook-id': 'msg', 'webhook-timestamp': `1.${timestamp}` }
    expect(() => attempt({ headers: { ...moved, 'webhook-signature': signature } })).toThrow(
      'webhook-timestamp',
    )
  })
})

test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('without %s it is not signed', (name) => {
  for (const value of [undefined, ['twice', 'twice']])
    expect(() => attempt({ headers: { [name]: value } })).toThrow(
      'webhook-id, webhook-timestamp and webhook-signature are needed',
    )
})

describe('the time window', () => {
  const minutes = 60_000
  test.each([-5 * minutes, 0, 5 * minutes])('%i ms from now is taken', (off) => {
    expect(() => attempt({ now: signedAt + off })).not.toThrow()
  })
  test.each([-5 * minutes - 1, 5 * minutes + 1])('%i ms from now is refused', (off) => {
    expect(() => attempt({ now: signedAt + off })).toThrow('5 minutes')
  })
  test.each(['', 'now', '1e9', '-1614265330', ' 1614265330', '1614265330.0', '0x60381532'])(
    'a timestamp %j is refused',
    (timestamp) => {
      const signature = sign(key, { id: headers['webhook-id'] ?? '', timestamp, body })
      expect(() =>
        attempt({ headers: { 'webhook-timestamp': timestamp, 'webhook-signature': signature } }),
      ).toThrow('webhook-timestamp')
    },
  )
})

describe('secrets are rotated without a gap', () => {
  const [newKey = Buffer.alloc(0)] = readSecrets(`whsec_${Buffer.alloc(32, 7).toString('base64')}`)
  const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '' } = headers
  const byNew = sign(newKey, { id, timestamp, body })

  test('either of our secrets will do', () => {
    expect(() => attempt({ keys: [newKey, key] })).not.toThrow()
    expect(() => attempt({ keys: [newKey] })).toThrow('signature')
  })

  test('either of their signatures will do', () => {
    const both = `${byNew} ${headers['webhook-signature']}`
    expect(() => attempt({ headers: { 'webhook-signature': both } })).not.toThrow()
    expect(() => attempt({ keys: [newKey], headers: { 'webhook-signature': both } })).not.toThrow()
  })
})

describe('what is a secret', () => {
  test('several, separated by spaces; the first one signs', () => {
    const keys = readSecrets(` ${ofBytes(24)}  ${ofBytes(64)} `)
    expect(keys.map((one) => one.length)).toEqual([24, 64])
  })

  test.each(['', 'whsec_', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', `${secret}!`, ofBytes(23), ofBytes(65)])(
    '%j is not',
    (setting) => {
      expect(() => readSecrets(setting)).toThrow('STANDARD_WEBHOOK_SECRET')
      expect(() => readSecrets(`${secret} ${setting}x`)).toThrow('STANDARD_WEBHOOK_SECRET')
    },
  )
})
