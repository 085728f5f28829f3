import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { inject } from 'vitest'
import { platforms as allPlatforms } from '../../bots/index.ts'
import { keyOf } from '../../src/chat/message.ts'
import type { Role } from '../../src/domain/roles.ts'
import type { Log } from '../../src/log.ts'
import { start } from '../../src/main.ts'
import { createSeal } from '../../src/seal.ts'
import { connectStore } from '../../src/store/connection.ts'
import { openStore } from '../../src/store/index.ts'
import type { NewOutboxRow } from '../../src/store/outbox.ts'
import { standardClient } from './standard-client.ts'
import { startReceiver } from './standard-receiver.ts'
import { until } from './until.ts'

const secret = `whsec_${randomBytes(32).toString('base64')}`

/** How often a gateway sends a message again; each time the service has half a second to take it. */
const redeliveries = 20

/** A clock that runs and can be put to any moment. */
function createClock() {
  let offset = 0
  return {
    now: () => Date.now() + offset,
    /** From now on it is this moment. */
    set: (moment: string | number) => void (offset = new Date(moment).getTime() - Date.now()),
    forward: (ms: number) => void (offset += ms),
  }
}

export type StartAppOptions = {
  env?: Record<string, string>
  platforms?: typeof allPlatforms
  /** The moment it is when the app starts; the default is a Tuesday. */
  now?: string
  log?: Log
}

/**
 * A whole service of its own: own database, own Redis prefix, the generic gateway as its platform and a fake of the
 * gateway's other end. Everything said goes the real way.
 */
export async function startApp(options: StartAppOptions = {}) {
  const id = randomBytes(6).toString('hex')
  const clock = createClock()
  clock.set(options.now ?? '2026-11-24T02:00:00Z')
  const receiver = await startReceiver({ secret, now: clock.now })
  const dataDir = mkdtempSync(join(tmpdir(), 'liandong-test-'))
  const dataKey = randomBytes(32)
  const env = {
    PORT: '0',
    MONGODB_URI: inject('mongodbUri'),
    MONGODB_DATABASE: `test_${id}`,
    REDIS_URL: inject('redisUrl'),
    REDIS_PREFIX: `test-${id}`,
    DATA_KEY: dataKey.toString('base64'),
    ADMIN_CLAIM_CODE: 'a-claim-code-for-tests',
    STANDARD_WEBHOOK_SECRET: secret,
    STANDARD_WEBHOOK_URL: receiver.url,
    LOG_LEVEL: 'silent',
    ...options.env,
  }
  const log = options.log ?? pino({ level: process.env.TEST_LOG ?? 'silent' })
  const launch = () =>
    start({ env, platforms: options.platforms ?? allPlatforms, log, now: clock.now, dataDir })
  let service = await launch()

  const connection = await connectStore({ uri: env.MONGODB_URI, database: env.MONGODB_DATABASE, poolSize: 5 })
  const store = openStore(connection, createSeal(dataKey))
  const client = () => standardClient({ url: `${service.url}/webhooks/standard`, secret, now: clock.now })

  /** The rows a message led to, once it has been handled and all of them have arrived. */
  const repliesTo = async (messageId: string): Promise<NewOutboxRow[]> => {
    const key = keyOf('standard', 'default', messageId)
    const rows = (await until(() => store.inbox.find(key), `the answer to ${messageId}`)) as NewOutboxRow[]
    await Promise.all(rows.map((row) => receiver.waitFor((message) => message.data.id === row._id)))
    return rows
  }

  /** Somebody with a chat account on the gateway. */
  const person = (user: string, name = user) => {
    /** What was answered 503 is sent again, as gateways do: a slow Redis may have stored it all the same. */
    const send = async (
      text: string,
      where: { room?: string; roomName?: string; mention?: boolean; id?: string } = {},
    ) => {
      const said = {
        sender: { id: user, name },
        ...(where.room && { room: { id: where.room, name: where.roomName ?? where.room } }),
        text,
        mentionsBot: where.mention ?? false,
        id: where.id ?? randomUUID(),
      }
      let sent = await client().send(said)
      for (let again = 0; again < redeliveries && sent.status === 503; again++)
        sent = await client().send(said)
      return sent
    }
    /** Says something and gives all that came back: in the room, directly, and to others. */
    const says = async (text: string, where: Parameters<typeof send>[1] = {}) => {
      const sent = await send(text, where)
      const rows = sent.status === 202 && sent.body.status === 'accepted' ? await repliesTo(sent.id) : []
      const textsTo = (kind: 'room' | 'person', to?: string) =>
        rows
          .filter((row) => row.to.kind === kind && (to === undefined || row.to.id === to))
          .map((row) => row.content.text)
      return {
        ...sent,
        rows,
        here: textsTo(where.room ? 'room' : 'person', where.room ?? user).join('\n'),
        direct: textsTo('person', user).join('\n'),
        others: rows
          .filter((row) => row.to.kind === 'person' && row.to.id !== user)
          .map((row) => ({ to: row.to.id, text: row.content.text })),
        quickReplies: rows.flatMap((row) => row.content.quickReplies),
      }
    }
    return {
      user,
      identity: keyOf('standard', 'default', user),
      send,
      says,
      /** Says something in a direct chat and gives the answer. */
      say: async (text: string) => (await says(text)).direct,
      /** Everything this person was sent so far. */
      heard: () =>
        receiver.messages
          .filter(({ data }) => data.to.kind === 'person' && data.to.id === user)
          .map(({ data }) => data.text),
      /** Waits until this person has been sent a text that fits. */
      hears: async (fits: RegExp | string) =>
        (
          await receiver.waitFor(
            ({ data }) =>
              data.to.kind === 'person' &&
              data.to.id === user &&
              (typeof fits === 'string' ? data.text.includes(fits) : fits.test(data.text)),
          )
        ).data.text,
    }
  }

  let people = 0
  /** Somebody registered; gives the talker and the volunteer number. */
  const registered = async (user: string, name: string, birth = '1990') => {
    const talker = person(user, name)
    await talker.say(`注册 ${name}`)
    await talker.say('跳过')
    await talker.say(birth)
    await talker.say('同意')
    const identity = await store.identities.find(talker.identity)
    if (!identity?.person) throw new Error(`${name} could not register: ${talker.heard().join(' | ')}`)
    return { ...talker, number: identity.person }
  }

  return {
    get url() {
      return service.url
    },
    get service() {
      return service
    },
    env,
    secret,
    clock,
    store,
    connection,
    receiver,
    client,
    person,
    repliesTo,
    claimCode: env.ADMIN_CLAIM_CODE,
    registered,
    /** Somebody registered whose chat account does not matter. */
    somebody: (name: string) => registered(`user-${++people}`, name),
    /** Somebody registered who holds a role for a team. */
    async withRole(role: Role, name: string, team = '南园队') {
      const one = await registered(`user-${++people}`, name)
      const grant = { role, scope: { kind: 'team' as const, name: team } }
      await store.people.grant(one.number, {
        ...grant,
        by: one.number,
        at: new Date('2026-11-01T09:00:00+08:00'),
        key: `${role} ${one.number}`,
      })
      return one
    },
    /** The first admin, by the claim code. */
    async admin(user = 'chen', name = '陈主任') {
      const talker = person(user, name)
      await talker.say(`认领 ${env.ADMIN_CLAIM_CODE}`)
      const identity = await store.identities.find(talker.identity)
      if (!identity?.person) throw new Error(`the claim failed: ${talker.heard().join(' | ')}`)
      return { ...talker, number: identity.person }
    },
    /** Stops the service and starts it again, on the same data. */
    async restart() {
      await service.stop()
      service = await launch()
    },
    async stop() {
      await service.stop()
      await connection.db?.dropDatabase()
      await connection.close()
      await receiver.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type App = Awaited<ReturnType<typeof startApp>>
