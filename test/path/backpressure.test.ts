import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { start, type Service } from '../../src/main.ts'
import { type App, startApp } from '../support/app.ts'

// Workers that do not come after: the web role alone, with small limits, until the workers start.

let app: App
let workers: Service | undefined
beforeAll(async () => {
  app = await startApp({ env: { ROLES: 'web', SENDER_QUEUE_LIMIT: '8', QUEUE_LIMIT: '12' } })
})
afterAll(async () => {
  await workers?.stop()
  await app.stop()
})

const say = (user: string, id?: string) =>
  app.client().send({ sender: { id: user }, text: '帮助', ...(id && { id }) })

const metric = async (name: string) => {
  const text = await (await fetch(`${app.url}/metrics`)).text()
  return Number(new RegExp(`^${name.replaceAll(/[{}]/g, '\\$&')} (.+)$`, 'm').exec(text)?.[1])
}

test('a sender that floods is asked to wait, nobody else is, and repeats of what was taken still are', async () => {
  for (let n = 0; n < 8; n++) expect(await say('flood', `f-${n}`)).toMatchObject({ status: 202 })
  expect(await say('flood', 'f-8')).toMatchObject({
    status: 503,
    retryAfter: '15',
    body: { error: 'unavailable' },
  })
  expect(await say('flood', 'f-0')).toMatchObject({ status: 202 })
  for (let n = 0; n < 4; n++) expect(await say('wang')).toMatchObject({ status: 202 })
  expect(await metric('liandong_mailbox_letters{queue="handle-message"}')).toBe(12)
  expect(await metric('liandong_mailboxes_waiting{queue="handle-message"}')).toBe(2)
  expect(await metric('liandong_mailbox_oldest_seconds{queue="handle-message"}')).toBeGreaterThan(0)
  expect(await metric('liandong_messages_received_total{platform="standard",result="refused"}')).toBe(1)
})

test('when too much waits in all, whoever has many waiting is refused and single people are served', async () => {
  expect(await say('wang', 'w-5')).toMatchObject({ status: 202 })
  expect(await say('wang', 'w-6')).toMatchObject({ status: 503, retryAfter: '15' })
  expect(await say('li')).toMatchObject({ status: 202 })
})

test('once the workers come after, what was refused is taken under the same id, and all is answered once', async () => {
  workers = await start({
    env: { ...app.env, ROLES: 'workers', METRICS_PORT: '0' },
    log: pino({ level: 'silent' }),
    now: app.clock.now,
  })
  await app.receiver.waitFor(({ data }) => data.in_reply_to === 'f-7')
  await app.receiver.waitFor(({ data }) => data.in_reply_to === 'w-5')
  for (const [user, id] of [
    ['flood', 'f-8'],
    ['wang', 'w-6'],
  ] as const) {
    expect(await say(user, id)).toMatchObject({ status: 202 })
    await app.receiver.waitFor(({ data }) => data.in_reply_to === id)
  }
  expect(await metric('liandong_mailbox_letters{queue="handle-message"}')).toBe(0)
  const ids = app.receiver.messages.map(({ webhookId }) => webhookId)
  expect(new Set(ids).size).toBe(ids.length)
  // A process without the web role tells its own figures on a port of its own.
  const text = await (await fetch(`${workers.url}/metrics`)).text()
  expect(text).toMatch(/^liandong_messages_handled_total\{outcome="done"\} 1[5-9]$/m)
  expect((await fetch(`${workers.url}/readyz`)).status).toBe(200)
})
