import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog } from '../../src/log.ts'
import { startApp } from '../support/app.ts'
import { until } from '../support/until.ts'

test('one message key runs through the log from the webhook to the delivery, and nothing of what was said', async () => {
  const lines: Record<string, unknown>[] = []
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().trim().split('\n'))
        lines.push(JSON.parse(line) as Record<string, unknown>)
      done()
    },
  })
  const app = await startApp({ log: createLog({ level: 'debug', destination }) })
  try {
    const { id } = await app.person('u-77', '王桂香').says('反映 楼道的灯坏了')
    const key = `standard:default:${id}`
    const steps = () => lines.filter(({ message }) => message === key).map(({ step }) => step)
    await until(async () => steps().includes('delivered'), 'the delivery in the log')
    expect(steps()).toEqual(['accepted', 'mailbox', 'action', 'outbox', 'delivered'])
    expect(JSON.stringify(lines)).not.toMatch(/王桂香|楼道|u-77/)
  } finally {
    await app.stop()
  }
})
