import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobWorkers, mailWorkers, tickers } from '../../workers/index.ts'
import { tickDesk, type TickDesk } from '../support/tick-desk.ts'

// What every worker keeps to, whoever adds it. Names become parts of Redis keys and of BullMQ queue names.

const kebab = /^[a-z]+(?:-[a-z]+)*$/
const names = [
  ...mailWorkers.map(({ mail }) => mail),
  ...jobWorkers.map(({ job }) => job.name),
  ...tickers.map(({ name }) => name),
]

test('every name is kebab-case and taken once', () => {
  expect(names.filter((name) => !kebab.test(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

describe.each(mailWorkers.map((worker) => [worker.mail, worker] as const))(
  'mail worker %s',
  (_name, worker) => {
    test('works on several boxes, and gives a letter more than one try and an end', () => {
      expect(worker.concurrency).toBeGreaterThan(1)
      expect(worker.tries).toBeGreaterThan(1)
      expect(worker.tries).toBeLessThan(100)
    })
  },
)

describe.each(jobWorkers.map(({ job }) => [job.name, job] as const))(
  'job %s',
  (_name, { payload, policy }) => {
    test('is tried again, later and later, but not for ever and not in a rush', () => {
      expect(policy.concurrency).toBeGreaterThanOrEqual(1)
      expect(policy.attempts).toBeGreaterThan(1)
      expect(policy.attempts).toBeLessThanOrEqual(100)
      expect(policy.backoffMs).toBeGreaterThanOrEqual(100)
      expect(policy.maxBackoffMs).toBeGreaterThanOrEqual(policy.backoffMs)
    })

    test.each([undefined, null, 0, '', 'B7', [], {}, { code: { $gt: '' } }, { code: 7 }, { code: null }])(
      'refuses %j as its payload',
      (garbage) => {
        expect(payload.safeParse(garbage).success).toBe(false)
      },
    )
  },
)

describe('tickers', () => {
  let desk: TickDesk
  beforeAll(async () => {
    desk = await tickDesk()
  })
  afterAll(() => desk.close())

  test.each(tickers.map((ticker) => [ticker.name, ticker] as const))(
    '%s looks again within a minute, and is harmless in two processes on an empty database',
    async (_name, ticker) => {
      expect(ticker.everyMs).toBeGreaterThanOrEqual(100)
      expect(ticker.everyMs).toBeLessThanOrEqual(60_000)
      const before = await desk.contents()
      await Promise.all([ticker.run(desk.deps), ticker.run(desk.deps)])
      await ticker.run(desk.deps)
      expect(await desk.contents()).toEqual(before)
      expect(desk.happened).toEqual([])
    },
  )
})
