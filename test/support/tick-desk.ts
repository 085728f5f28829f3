import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { inject } from 'vitest'
import { defaultRules } from '../../src/rules.ts'
import { createMetrics } from '../../src/metrics.ts'
import { noTrace } from '../../src/chat/trace.ts'
import { connectProducer, connectWaiting } from '../../src/queue/connection.ts'
import { createRunner } from '../../src/queue/runner.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { openCommandStore } from './command-store.ts'
import { quietVitals } from './quiet-vitals.ts'

/** What workers are given, on an empty database and Redis of its own; whatever they set off is noted. */
export async function tickDesk() {
  const desk = await openCommandStore()
  const producer = connectProducer(inject('redisUrl'))
  await producer.connect()
  const log = pino({ level: 'silent' })
  const runner = createRunner({
    producer,
    waiting: () => connectWaiting(inject('redisUrl')),
    prefix: `test-${randomBytes(6).toString('hex')}`,
    log,
  })
  const happened: string[] = []
  const note = (what: string) => async () => void happened.push(what)
  const deps: WorkerDeps = {
    connection: desk.connection,
    store: desk.store,
    commands: new Map(),
    enqueue: note('enqueue'),
    pace: () => 50,
    vitals: quietVitals,
    snapshot: () => ({ teams: [], stations: [], categories: [] }),
    limits: new Map(),
    org: { name: '测试', publicUrl: 'http://127.0.0.1', claimCode: 'a-claim-code-for-tests' },
    zone: 'Asia/Shanghai',
    rules: defaultRules,
    locale: 'zh-CN',
    trace: noTrace,
    post: note('post'),
    mail: runner.mail('handle-message'),
    deliveries: [],
    now: Date.now,
    log,
    metrics: createMetrics(),
    notify: note('notify'),
    tell: async () => {
      happened.push('tell')
      return new Set()
    },
    feed: note('feed'),
  }
  return {
    ...desk,
    deps,
    happened,
    /** How many documents each collection holds. */
    async contents() {
      const collections = (await desk.connection.db?.collections()) ?? []
      const counts = await Promise.all(
        collections.map(async (one) => [one.collectionName, await one.countDocuments()] as const),
      )
      return Object.fromEntries(counts)
    },
    async close() {
      await runner.stop()
      await runner.close()
      producer.disconnect()
      await desk.close()
    },
  }
}

export type TickDesk = Awaited<ReturnType<typeof tickDesk>>
