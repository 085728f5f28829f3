import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectProducer, connectWaiting } from '../../src/queue/connection.ts'
import { createRunner } from '../../src/queue/runner.ts'
import { createSeal } from '../../src/seal.ts'
import { inboundMail } from '../../workers/handle-message/run.ts'
import { type App, startApp } from '../support/app.ts'
import { until } from '../support/until.ts'

let app: App
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

test('a letter that nobody can read is kept as a dead letter, and its sender is heard again', async () => {
  const { REDIS_URL: url, REDIS_PREFIX: prefix } = app.env
  const producer = connectProducer(url)
  await producer.connect()
  const waiting = () => connectWaiting(url)
  const runner = createRunner({ producer, waiting, prefix, log: pino({ level: 'silent' }) })
  try {
    const wang = app.person('wang')
    const { mailboxes, wake } = runner.mail(inboundMail)
    const payload = createSeal(Buffer.alloc(32, 7)).seal('of another key')
    await mailboxes.post([{ box: wang.identity, payload }])
    await wake([wang.identity])
    await until(async () => (await app.store.deadLetters.count()) === 1, 'the dead letter')
    const [dead] = await app.store.deadLetters.list(1)
    expect(dead).toMatchObject({ queue: inboundMail, payload })
    expect(dead?.reason).toContain('DATA_KEY')
    expect(await wang.say('帮助')).toContain('帮助')
  } finally {
    await runner.close()
    producer.disconnect()
  }
})
