import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { defaultRules } from '../../src/rules.ts'
import { randomBytes } from 'node:crypto'
import { keyOf } from '../../src/chat/message.ts'
import type { InboundMessage } from '../../src/chat/message.ts'
import { noTrace } from '../../src/chat/trace.ts'
import { handle, type HandleDeps } from '../../src/commands/handle.ts'
import { commands } from '../../src/commands/index.ts'
import { createSeal } from '../../src/seal.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { prepareStore } from '../../src/store/prepare.ts'
import { startApp } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'
import { quietVitals } from '../support/quiet-vitals.ts'
import { until } from '../support/until.ts'

const now = '2026-11-24T10:00:00+08:00'

/** People with a chat account each, as many as asked for, without the conversation of registering. */
async function settlers(store: Store, count: number): Promise<{ user: string; number: string }[]> {
  const first = await store.counters.take('person', count)
  const all = Array.from({ length: count }, (_, n) => ({
    user: `settler-${first + n}`,
    number: store.counters.format('person', first + n),
  }))
  const createdAt = at('2026-01-01 09:00')
  await store.people.model.insertMany(
    all.map(({ user, number }) => ({
      _id: number,
      name: user,
      skills: [],
      grants: [],
      commitments: [],
      key: user,
      createdAt,
    })),
  )
  await store.identities.model.insertMany(
    all.map(({ user, number }) => ({
      _id: keyOf('standard', 'default', user),
      platform: 'standard',
      account: 'default',
      user,
      name: user,
      person: number,
      seenAt: createdAt,
    })),
  )
  return all
}

describe('the real path', () => {
  test('200 people race for 10 places, from the webhook to the answer that is delivered', async () => {
    const app = await startApp({ now })
    try {
      const code = await postActivity(app.store, { places: 10 })
      const people = await settlers(app.store, 200)
      const answers = await Promise.all(people.map(({ user }) => app.person(user).say(`报名 ${code}`)))

      const positions = answers.map((text) => Number(/候补第 (\d+) 位/.exec(text)?.[1] ?? 0))
      expect(answers.filter((text) => text.startsWith('报名成功'))).toHaveLength(10)
      expect(positions.filter((n) => n > 0).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 190 }, (_, i) => i + 1),
      )
      const activity = await app.store.activities.find(code)
      expect(activity?.taken).toBe(10)
      const numbers = people.map(({ number }) => number)
      expect(activity?.waiting.map(({ person }) => positions[numbers.indexOf(person)])).toEqual(
        Array.from({ length: 190 }, (_, i) => i + 1),
      )
      const confirmed = await app.store.signups.ofActivity(code, ['confirmed'])
      const committed = await app.store.people.model.find({ 'commitments.code': code }).lean()
      expect(committed.map(({ _id }) => _id).toSorted()).toEqual(
        confirmed.map(({ person }) => person).toSorted(),
      )
      // A minute later the sweeper has tidied: the rows alone stand for the places.
      app.clock.forward(2 * 60_000)
      await until(async () => (await app.store.activities.find(code))?.holds.length === 0, 'tidy places')
      expect(await app.store.activities.find(code)).toMatchObject({ taken: 10 })
    } finally {
      await app.stop()
    }
  }, 90_000)
})

describe('round trips to MongoDB', () => {
  const database = `test_${randomBytes(6).toString('hex')}`
  const seal = createSeal(randomBytes(32))
  let asked: string[] = []
  let store: Store
  let deps: HandleDeps
  let close: () => Promise<void>

  beforeAll(async () => {
    const options = { dbName: database, autoIndex: false, autoCreate: false, monitorCommands: true }
    const connection = await mongoose.createConnection(inject('mongodbUri'), options).asPromise()
    connection.getClient().on('commandStarted', ({ commandName }) => asked.push(commandName))
    store = openStore(connection, seal)
    await prepareStore(store)
    deps = {
      connection,
      store,
      commands: new Map(commands.map((one) => [one.name, one])),
      enqueue: async () => undefined,
      pace: () => 50,
      vitals: quietVitals,
      snapshot: () => ({ teams: [], stations: [], categories: [] }),
      limits: new Map(),
      org: { name: '测试', publicUrl: 'http://127.0.0.1', claimCode: '' },
      zone: 'Asia/Shanghai',
      rules: defaultRules,
      locale: 'zh-CN',
      trace: noTrace,
      post: async () => undefined,
    }
    close = async () => {
      await connection.db?.dropDatabase()
      await connection.close()
    }
  })
  afterAll(() => close())

  const say = (user: string, command: string, args: Record<string, unknown>) => {
    const id = randomBytes(6).toString('hex')
    const message: InboundMessage = {
      kind: 'text',
      id,
      key: keyOf('standard', 'default', id),
      platform: 'standard',
      account: 'default',
      sender: { id: user, name: user },
      text: command,
      mentionsBot: false,
      sentAt: Date.parse(now),
      acceptedAt: Date.parse(now),
      trusted: true,
      parsed: { actions: [{ command, args }] },
    }
    asked = []
    return handle(seal.seal(JSON.stringify(message)), deps)
  }

  test('a sign-up takes six: everything known, time, place, row, answer, outbox', async () => {
    const code = await postActivity(store)
    const [one] = await settlers(store, 1)
    await say(one?.user ?? '', 'signup', { codes: [code] })
    expect(await store.signups.find(code, one?.number ?? '')).toMatchObject({ state: 'confirmed' })
    expect(asked.slice(0, -1)).toEqual(['aggregate', 'update', 'update', 'insert', 'insert', 'insert'])
  })

  test('joining the waiting list of a full activity takes five', async () => {
    const code = await postActivity(store, { places: 0 })
    const [one] = await settlers(store, 1)
    await say(one?.user ?? '', 'signup', { codes: [code] })
    expect(await store.signups.find(code, one?.number ?? '')).toMatchObject({ state: 'waiting' })
    expect(asked.slice(0, -1)).toEqual(['aggregate', 'findAndModify', 'insert', 'insert', 'insert'])
  })
})
