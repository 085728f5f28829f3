import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '../../src/errors.ts'
import { WaitFor } from '../../src/queue/drain.ts'
import { defineJob } from '../../src/queue/job.ts'
import type { Bury } from '../../src/queue/runner.ts'
import { defineWorker, type MailWorker } from '../../src/queue/work.ts'
import { queueDesk } from '../support/queue-desk.ts'
import { until } from '../support/until.ts'

let desk: Awaited<ReturnType<typeof queueDesk>>
beforeEach(async () => {
  desk = await queueDesk()
})
afterEach(() => desk.end())

/** A mail worker that keeps a list of what it did; `handle` may object first. */
function scribe(handle: (payload: string) => void | Promise<void> = () => undefined) {
  const done: string[] = []
  const buried: string[] = []
  const worker: MailWorker<undefined> = {
    mail: 'letters',
    concurrency: 8,
    tries: 3,
    handle: async (payload) => {
      await handle(payload)
      done.push(payload)
    },
    bury: async (payload, error) => void buried.push(`${payload}: ${error.message}`),
  }
  return { worker, done, buried }
}

const letters = (box: string, payloads: readonly string[]) => payloads.map((payload) => ({ box, payload }))

test('with two processes every box is emptied in order, one letter at a time, each letter once', async () => {
  const underWay = new Set<string>()
  const overlaps: string[] = []
  const { worker, done } = scribe(async (payload) => {
    const [box = ''] = payload.split(':')
    if (underWay.has(box)) overlaps.push(payload)
    underWay.add(box)
    await desk.redis.ping()
    underWay.delete(box)
  })
  const [one, two] = [desk.runner(), desk.runner()]
  const mail = one.mail('letters')
  one.drainMail(mail, worker, undefined)
  two.drainMail(two.mail('letters'), worker, undefined)
  const boxes = Array.from({ length: 10 }, (_, box) => `box${box}`)
  for (let n = 0; n < 30; n++) {
    const posted = await mail.mailboxes.post(boxes.map((box) => ({ box, payload: `${box}:${n}` })))
    await mail.wake(boxes.filter((_, i) => posted[i] === 'first'))
  }
  await until(async () => done.length >= 300, 'all letters')
  await until(async () => (await mail.mailboxes.depth()).boxes === 0, 'empty boxes')
  expect(overlaps).toEqual([])
  for (const box of boxes)
    expect(done.filter((payload) => payload.startsWith(`${box}:`))).toEqual(
      Array.from({ length: 30 }, (_, n) => `${box}:${n}`),
    )
})

test.each([
  ['waits for its time', () => new WaitFor(50)],
  ['finds something away', () => new AppError('unavailable', 'away')],
])('a letter that %s keeps its place, however often', async (_what, error) => {
  let left = 4
  const { worker, done, buried } = scribe((payload) => {
    if (payload === '1' && left-- > 0) throw error()
  })
  const runner = desk.runner()
  const mail = runner.mail('letters')
  await mail.mailboxes.post(letters('a', ['1', '2']))
  await mail.wake(['a'])
  runner.drainMail(mail, worker, undefined)
  await until(async () => done.length === 2, 'both letters')
  expect(done).toEqual(['1', '2'])
  expect(buried).toEqual([])
})

test('a letter that fails by itself is buried after its tries with its reason, and the next one runs', async () => {
  let tried = 0
  const { worker, done, buried } = scribe((payload) => {
    if (payload !== 'bad') return
    tried++
    throw new Error('nonsense')
  })
  const runner = desk.runner()
  const mail = runner.mail('letters')
  await mail.mailboxes.post(letters('a', ['bad', 'good']))
  await mail.wake(['a'])
  runner.drainMail(mail, worker, undefined)
  await until(async () => done.length === 1, 'the good letter')
  expect({ tried, done, buried }).toEqual({ tried: 3, done: ['good'], buried: ['bad: nonsense'] })
})

test('who stops finishes the letter in hand and leaves the others to the next process', async () => {
  const runner = desk.runner()
  let stopped: Promise<void> | undefined
  const { worker, done } = scribe(() => void (stopped ??= runner.stop()))
  const mail = runner.mail('letters')
  await mail.mailboxes.post(letters('a', ['1', '2', '3']))
  await mail.wake(['a'])
  runner.drainMail(mail, worker, undefined)
  await until(async () => stopped !== undefined, 'the stop')
  await stopped
  expect(done).toEqual(['1'])
  const next = desk.runner()
  next.drainMail(next.mail('letters'), worker, undefined)
  await until(async () => done.length === 3, 'the other letters')
  expect(done).toEqual(['1', '2', '3'])
})

const greet = defineJob({
  name: 'greet',
  payload: z.object({ name: z.string() }),
  policy: { concurrency: 1, attempts: 5, backoffMs: 1_000, maxBackoffMs: 1_000 },
})

/** Where dead jobs go. */
function graveyard() {
  const buried: { queue: string; reason: string; payload: string }[] = []
  return {
    buried,
    bury: async ({ queue, reason, payload }: Dead) => void buried.push({ queue, reason, payload }),
  }
}
type Dead = Parameters<Bury>[0]

test('a job whose payload does not fit is a dead letter at once, with its reason', async () => {
  const ran: string[] = []
  const { buried, bury } = graveyard()
  const runner = desk.runner()
  runner.run(defineWorker({ job: greet, run: async ({ name }) => void ran.push(name) }), undefined, bury)
  await runner.queue('greet').add('greet', { name: 7 }, { attempts: 5 })
  await runner.enqueue(greet, { name: 'Li' })
  await until(async () => buried.length === 1 && ran.length === 1, 'both jobs')
  const reason = expect.stringContaining('expected string') as string
  expect(buried).toEqual([{ queue: 'greet', reason, payload: '{"name":7}' }])
  await until(async () => (await runner.queue('greet').getFailed()).length === 0, 'nothing left in the queue')
})

test('a job that fails at every try is a dead letter after the last one', async () => {
  let tried = 0
  const { buried, bury } = graveyard()
  const runner = desk.runner()
  const impatient = { ...greet, policy: { ...greet.policy, attempts: 3, backoffMs: 1, maxBackoffMs: 1 } }
  const run = async () => {
    tried++
    throw new Error('nobody is at home')
  }
  runner.run(defineWorker({ job: impatient, run }), undefined, bury)
  await runner.enqueue(impatient, { name: 'Li' })
  await until(async () => buried.length === 1, 'the dead letter')
  expect({ tried, buried }).toEqual({
    tried: 3,
    buried: [{ queue: 'greet', reason: 'nobody is at home', payload: '{"name":"Li"}' }],
  })
})

test('a payload that does not fit is refused as a mistake, not as an outage', async () => {
  const runner = desk.runner()
  await expect(runner.enqueue(greet, { name: 7 as unknown as string })).rejects.toThrow('expected string')
  expect(await runner.queue('greet').getJobCounts()).toMatchObject({ waiting: 0, failed: 0 })
})
