import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

let app: App
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

const body = (data: object, type = 'message.received') =>
  JSON.stringify({ type, timestamp: new Date(app.clock.now()).toISOString(), data })
const said = (over: object = {}) => ({
  id: crypto.randomUUID(),
  sender: { id: 'u-1', name: '张三' },
  text: '我',
  ...over,
})

describe('what is accepted', () => {
  test('a signed message is accepted', async () => {
    expect(await app.client().post(body(said()))).toMatchObject({ status: 202, body: { status: 'accepted' } })
  })

  test('chatter in a group is ignored, and costs no job', async () => {
    const chatter = said({ text: '我们几点集合', room: { id: 'r-1', name: '南园队群' } })
    expect(await app.client().post(body(chatter))).toMatchObject({ status: 202, body: { status: 'ignored' } })
  })

  test('unknown fields are ignored', async () => {
    const more = { ...said(), mood: 'happy', sender: { id: 'u-1', name: '张三', hat: true } }
    expect(await app.client().post(body(more))).toMatchObject({ status: 202, body: { status: 'accepted' } })
  })

  test('an unknown type is nothing to us', async () => {
    expect(await app.client().post(body({}, 'weather.changed'))).toMatchObject({
      status: 202,
      body: { status: 'ignored' },
    })
  })

  test('the same message again is accepted again and answered once', async () => {
    const zhang = app.person('again', '张三')
    const first = await zhang.says('我', { id: 'same-message' })
    const second = await zhang.send('我', { id: 'same-message' })
    expect(second).toMatchObject({ status: 202, body: { status: 'accepted' } })
    await zhang.say('时长')
    expect(app.receiver.messages.filter(({ data }) => data.in_reply_to === first.id)).toHaveLength(1)
  })
})

describe('what is refused', () => {
  const refused: [string, () => Record<string, string>][] = [
    ['without a signature', () => ({ 'webhook-signature': '' })],
    ['with a wrong signature', () => ({ 'webhook-signature': `v1,${'A'.repeat(43)}=` })],
    ['with another id than was signed', () => ({ 'webhook-id': 'another' })],
    [
      'with a timestamp of six minutes ago',
      () => ({ 'webhook-timestamp': String(Math.floor(app.clock.now() / 1000) - 360) }),
    ],
    ['with a timestamp that is none', () => ({ 'webhook-timestamp': 'now' })],
  ]
  test.each(refused)('%s: 401', async (_what, headers) => {
    expect(await app.client().post(body(said()), headers())).toMatchObject({
      status: 401,
      body: { error: 'unsigned' },
    })
  })

  const malformed: [string, () => string, string][] = [
    ['what is not JSON', () => '{', 'JSON'],
    ['a message without text', () => body({ ...said(), text: undefined }), 'data.text'],
    ['a message without a sender', () => body({ ...said(), sender: undefined }), 'data.sender'],
    ['an id of more than 200 bytes', () => body(said({ id: '长'.repeat(80) })), 'data.id'],
    ['an operator where an id belongs', () => body(said({ sender: { id: { $gt: '' } } })), 'data.sender.id'],
    [
      'a message of five days ago',
      () =>
        JSON.stringify({
          type: 'message.received',
          timestamp: new Date(app.clock.now() - 5 * 24 * 3600_000).toISOString(),
          data: said(),
        }),
      '4 days',
    ],
  ]
  test.each(malformed)('%s: 400 with the reason', async (_what, make, reason) => {
    const answer = await app.client().post(make())
    expect(answer.status).toBe(400)
    expect(answer.body.message).toContain(reason)
    expect(JSON.stringify(answer.body)).not.toMatch(/\.ts:|node_modules/)
  })

  test('more than 64 KiB: 413', async () => {
    expect(await app.client().post(body(said({ text: 'x'.repeat(70_000) })))).toMatchObject({
      status: 413,
      body: { error: 'too_large' },
    })
  })

  test('nothing there: 404', async () => {
    expect((await fetch(`${app.url}/nothing`)).status).toBe(404)
  })
})

describe('what people write is data', () => {
  const hostile = [
    '$where',
    '{"$gt":""}',
    '${7*7}',
    '{{constructor}}',
    "'; db.dropDatabase(); //",
    '=1+1',
    '\u202eabc',
    '😀👩‍👩‍👧',
    'a\u0000b',
    '字'.repeat(4_000),
    '<img src=x onerror=alert(1)>',
  ]
  test.each(hostile)('%j is answered, and nothing breaks', async (text) => {
    const answer = await app.person(`h-${hostile.indexOf(text)}`, text.slice(0, 100)).says(text)
    expect(answer.status).toBe(202)
    expect(answer.rows.length).toBeLessThanOrEqual(1)
  })

  test('a hostile name is stored as it is and echoed', async () => {
    const name = '{"$gt":""}'
    const mallory = app.person('mallory', name)
    await mallory.say('注册')
    const hello = await mallory.say(name)
    expect(hello).toContain(name)
  })
})

describe('the doors', () => {
  test('healthz, readyz and metrics answer', async () => {
    expect(await (await fetch(`${app.url}/healthz`)).json()).toEqual({ status: 'alive' })
    expect(await (await fetch(`${app.url}/readyz`)).json()).toEqual({
      status: 'ready',
      mongodb: true,
      redis: true,
    })
    expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('liandong_accept_seconds_bucket')
  })
})
