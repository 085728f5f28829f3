import { afterEach, beforeEach, expect, test } from 'vitest'
import { platforms } from '../../bots/index.ts'
import { type App, startApp } from '../support/app.ts'
import { until } from '../support/until.ts'

let app: App
beforeEach(async () => void (app = await startApp()))
afterEach(() => app.stop())

const rowTo = (user: string) =>
  app.store.outbox.model.findOne({ 'to.id': user }).sort({ createdAt: -1 }).lean<{ state: string }>()

test('a gateway that says when is not asked again before that', async () => {
  const refused = app.receiver.answerBadly(429, 1, { 'retry-after': '1' })
  const answer = app.person('wang').says('我')
  await refused
  const since = performance.now()
  await answer
  expect(performance.now() - since).toBeGreaterThanOrEqual(950)
})

test('what is said first arrives first, also when the first try fails', async () => {
  const wang = app.person('wang')
  const refused = app.receiver.answerBadly(500)
  const first = await wang.send('我')
  await refused
  const second = await wang.send('时长')
  await app.receiver.waitFor(({ data }) => data.in_reply_to === second.id)
  expect(app.receiver.messages.map(({ data }) => data.in_reply_to)).toEqual([first.id, second.id])
})

test('a message that would wait longer than it is worth is given up', async () => {
  void app.receiver.answerBadly(429, 1, { 'retry-after': '31536000' })
  await app.person('wang').send('我')
  await until(async () => (await rowTo('wang'))?.state === 'failed', 'the row given up')
  expect(app.receiver.messages).toEqual([])
})

test('410 pauses the account, keeps what was to be said and tells the admin', async () => {
  const admin = await app.admin()
  const refused = app.receiver.answerBadly(410)
  await app.person('wang').send('我')
  await refused
  const notice = await until(
    () => app.store.outbox.model.findOne({ _id: /^paused:standard/ }).lean<{ state: string; to: object }>(),
    'the notice',
  )
  expect(notice).toMatchObject({ state: 'queued', to: { id: admin.user } })
  expect((await rowTo('wang'))?.state).toBe('queued')
  expect(app.person('wang').heard()).toEqual([])
  await app.restart()
  await app.person('wang').hears(/./)
})

test('a conversation that must wait costs the account nothing', async () => {
  const [standard] = platforms.filter(({ name }) => name === 'standard')
  if (!standard) throw new Error('there is no generic gateway')
  const rates = {
    account: [{ points: 2, seconds: 3600, burst: 2 }],
    conversation: [{ points: 1, seconds: 1 }],
  }
  const slow = await startApp({ platforms: [{ ...standard, rates }] })
  try {
    const wang = slow.person('wang')
    await wang.say('我')
    const { id } = await wang.send('时长')
    // The account had two tokens: none may go on the wait between the two answers.
    await slow.receiver.waitFor(({ data }) => data.in_reply_to === id)
    expect(wang.heard()).toHaveLength(2)
  } finally {
    await slow.stop()
  }
})
