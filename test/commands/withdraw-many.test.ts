import { afterAll, beforeAll, expect, test } from 'vitest'
import { standard } from '../../bots/standard/index.ts'
import type { Platform } from '../../src/chat/platform.ts'
import type { OutboxRow } from '../../src/store/outbox.ts'
import { type App, startApp } from '../support/app.ts'
import { until } from '../support/until.ts'

const people = 4_000
const text = '【通知】明天带伞'

/** When each message of the broadcast left for the platform, by the clock on the wall, in milliseconds. */
const left: number[] = []
const watched: Platform = {
  ...standard,
  start(settings, deps) {
    const running = standard.start(settings, deps)
    return {
      ...running,
      async send(message, signal) {
        if (message.text === text) left.push(performance.now())
        return running.send(message, signal)
      },
    }
  },
}

let app: App
beforeAll(async () => {
  app = await startApp({ platforms: [watched] })
})
afterAll(() => app.stop())

test('of thousands none leaves two seconds after 撤回', async () => {
  await app.admin()
  const wang = await app.withRole('socialWorker', '王社工', '南园队')
  await app.store.broadcasts.add({
    _id: 'B1',
    kind: 'broadcast',
    audience: '南园队',
    said: '南园队',
    locale: 'zh-CN',
    scope: [{ team: '南园队' }],
    text,
    quickReplies: [],
    targets: Array.from({ length: people }, (_, n) => ({
      platform: 'standard',
      account: 'default',
      kind: 'person' as const,
      id: `u-${n}`,
    })),
    rooms: 0,
    people,
    leftOut: [],
    cursor: 0,
    state: 'planning',
    by: wang.number,
    at: new Date(app.clock.now()),
    key: 'made',
  })
  await until(async () => left.length > 20, 'the first to be out', 60_000)
  const said = performance.now()
  const answer = await wang.say('撤回 B1')
  const { stopped = '0' } = /停下 (?<stopped>\d+) 条/.exec(answer)?.groups ?? {}
  expect(Number(stopped)).toBeGreaterThan(people / 2)

  const count = async (...states: OutboxRow['state'][]) =>
    (await app.store.outbox.tally('B1'))
      .filter(({ state }) => states.includes(state))
      .reduce((sum, row) => sum + row.count, 0)
  await until(
    async () => (await count('queued', 'claimed', 'calling')) === 0,
    'every row to come to its end',
    60_000,
  )
  expect(Math.max(...left) - said).toBeLessThan(2_000)
  // What left is what arrived, and what is counted as sent.
  expect(await count('sent')).toBe(left.length)
  expect(app.receiver.messages.filter(({ data }) => data.text === text)).toHaveLength(left.length)
}, 120_000)
