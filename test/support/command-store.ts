import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import type { Context, Place, Run } from '../../src/commands/command.ts'
import type { Grant } from '../../src/domain/roles.ts'
import { defaultRules } from '../../src/rules.ts'
import { textsFor, type Locale } from '../../src/locale/index.ts'
import { createSeal } from '../../src/seal.ts'
import type { Activity } from '../../src/store/activities.ts'
import { connectStore } from '../../src/store/connection.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { prepareStore } from '../../src/store/prepare.ts'
import { quietVitals } from './quiet-vitals.ts'
import { told } from './told.ts'

const zone = 'Asia/Shanghai'

/** A moment in Shanghai: `at('2026-11-28 09:00')`. */
export const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`)

/**
 * A database of its own in which the second halves of commands are run without the way a message takes to them:
 * for races, crashes and reruns, where a test must hold the message's key itself.
 */
export async function openCommandStore() {
  const connection = await connectStore({
    uri: inject('mongodbUri'),
    database: `test_${randomBytes(6).toString('hex')}`,
  })
  const store = openStore(connection, createSeal(randomBytes(32)))
  await prepareStore(store)
  let messages = 0

  return {
    store,
    connection,
    /** Somebody registered, with grants. */
    async person(name: string, grants: Grant[] = [], createdAt = at('2026-01-01 09:00')) {
      const key = `made-${++messages}`
      const _id = await store.counters.next('person')
      const held = grants.map((grant) => ({ ...grant, by: 'V000000', at: createdAt, key }))
      await store.people.add({ _id, name, skills: [], grants: held, commitments: [], key, createdAt })
      return _id
    },
    /** An activity; what is not said is an ordinary Saturday morning of 南园队. */
    async activity(said: Partial<Activity> = {}) {
      const key = `made-${++messages}`
      const activity: Activity = {
        _id: said._id ?? (await store.counters.next('activity')),
        title: '探访老人',
        category: '老人服务',
        team: '南园队',
        station: '南园站',
        place: '福利院',
        start: at('2026-11-28 09:00'),
        end: at('2026-11-28 12:00'),
        restMinutes: 0,
        places: 50,
        taken: 0,
        holds: [],
        waiting: [],
        freed: [],
        skills: [],
        state: 'open',
        responsible: 'V000000',
        key,
        createdAt: at('2026-11-01 09:00'),
        ...said,
      }
      await store.activities.add(activity)
      return activity._id
    },
    signUp: (activity: string, person: string) =>
      store.signups.add({
        activity,
        person,
        state: 'confirmed',
        step: { key: `made-${++messages}`, at: at('2026-11-20 09:00'), by: person },
      }),
    /**
     * Runs a command for somebody, as one message. The same `key` is the same message again; without one every call
     * is a message of its own. What others are told stands there as they read it.
     */
    async run<Args>(
      command: Run<Args>,
      args: Args,
      said: {
        by: string
        now?: Date
        key?: string
        locale?: Locale
        place?: Place
        /** Another view of the same data, such as one that fails at some point. */
        store?: Store
      },
    ) {
      const locale = said.locale ?? 'zh-CN'
      const now = said.now ?? at('2026-11-29 10:00')
      const person = (await store.people.find(said.by)) ?? undefined
      const known = new Map<string, Activity | undefined>()
      const context: Context = {
        key: said.key ?? `message-${++messages}`,
        now,
        zone,
        rules: defaultRules,
        locale,
        texts: textsFor(locale),
        asker: {
          identity: `test:${said.by}`,
          name: person?.name ?? '',
          person,
          grants: person?.grants ?? [],
        },
        place: said.place ?? { kind: 'direct' },
        store: said.store ?? store,
        activity: async (code) => {
          if (!known.has(code)) known.set(code, (await store.activities.find(code)) ?? undefined)
          return known.get(code)
        },
        enqueue: async () => undefined,
        pace: () => 50,
        vitals: quietVitals,
        reading: { now: now.getTime(), zone, snapshot: { teams: [], stations: [], categories: [] } },
        org: { name: '测试', publicUrl: 'http://127.0.0.1', claimCode: 'a-claim-code-for-tests' },
      }
      const reply = await command(args, context)
      const { notices, ...answered } = reply
      return { ...answered, ...(notices && { notices: told({ notices }) }) }
    },
    async close() {
      await connection.db?.dropDatabase()
      await connection.close()
    },
  }
}

export type CommandStore = Awaited<ReturnType<typeof openCommandStore>>
