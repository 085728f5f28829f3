import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAgree } from '../../src/commands/agree/run.ts'
import type { Run } from '../../src/commands/command.ts'
import { runGuardian } from '../../src/commands/guardian/run.ts'
import { runLink } from '../../src/commands/link/run.ts'
import { runNewChat } from '../../src/commands/new-chat/run.ts'
import { at, type CommandStore, openCommandStore } from '../support/command-store.ts'
import { Crash, crashingStore } from '../support/crashing-store.ts'

// Joining chats and confirming guardians die between any two of their calls to the database; the message is run again.

let desk: CommandStore
beforeAll(async () => {
  desk = await openCommandStore()
})
afterAll(() => desk.close())

const now = at('2026-11-24 10:00')
const everywhere = { kind: 'all' as const }

/** A chat that has spoken to us; `person` when somebody is behind it. */
async function chat(user: string, person?: string): Promise<string> {
  const _id = `test:${user}`
  const identity = { _id, platform: 'test', account: 'test', user, name: user, seenAt: now }
  await desk.store.identities.add({ ...identity, ...(person && { person }) })
  return _id
}

/** Somebody registered who consented, with a chat. */
async function consenting(name: string): Promise<string> {
  const number = await desk.person(name)
  await desk.store.people.consentOneself(number, { version: 'test', at: now, key: `consent ${number}` })
  await chat(number, number)
  return number
}

/** Runs one message at every call it makes: it dies there, is run again, and must then say what a third run says. */
async function dieEverywhere<Args>(
  prepare: (n: number) => Promise<{ run: Run<Args>; args: Args; by: string; check: () => Promise<void> }>,
): Promise<void> {
  let died = true
  let n = 0
  for (; died; n++) {
    const { run, args, by, check } = await prepare(n)
    const said = { by, now, key: `message ${n} of ${by}` }
    const store = crashingStore(desk.store, { at: Math.floor(n / 2) + 1, after: n % 2 === 1 })
    died = await desk.run(run, args, { ...said, store }).then(
      () => false,
      (error: unknown) => {
        if (error instanceof Crash) return true
        throw error
      },
    )
    const first = await desk.run(run, args, said)
    expect(await desk.run(run, args, said)).toEqual(first)
    await check()
  }
  expect(n).toBeGreaterThan(4)
}

const numberIn = (text: string, kind: RegExp) => kind.exec(text)?.[0] ?? text

describe('killed in the middle', () => {
  test('关联 joins the second chat once', () =>
    dieEverywhere(async (n) => {
      const person = await consenting('张三')
      const code = numberIn(
        (await desk.run(runLink, {}, { by: person, now })).text,
        /[A-Z2-9]{5}-[A-Z2-9]{5}/,
      )
      const second = await chat(`second-${n}`)
      return {
        run: runLink,
        args: { code },
        by: `second-${n}`,
        check: async () => expect((await desk.store.identities.find(second))?.person).toBe(person),
      }
    }))

  test('同意 on 换号 moves the person to the new chat, and the old one is nobody’s', () =>
    dieEverywhere(async (n) => {
      const boss = await desk.person('社工', [{ role: 'socialWorker', scope: everywhere }])
      const person = await consenting('李四')
      const fresh = await chat(`new-${n}`)
      const asked = await desk.run(runNewChat, { number: person, name: '李四' }, { by: `new-${n}`, now })
      return {
        run: runAgree,
        args: { code: numberIn(asked.text, /Q\d+/) },
        by: boss,
        check: async () => {
          const mine = await desk.store.identities.ofPeople([person])
          expect(mine.map(({ _id }) => _id)).toEqual([fresh])
          const former = (await desk.store.identities.find(`test:${person}`))?.former
          expect(former?.person).toBe(person)
        },
      }
    }))

  test('同意 on 监护 makes one child with one guardian and one birthday', () =>
    dieEverywhere(async (n) => {
      const boss = await desk.person('社工', [{ role: 'socialWorker', scope: everywhere }])
      const mother = await consenting('王芳')
      const child = `小明${'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸'.charAt(n)}`
      const wish = { child, birth: '2015', consent: true }
      const asked = await desk.run(runGuardian, wish, { by: mother, now })
      return {
        run: runAgree,
        args: { code: numberIn(asked.text, /Q\d+/) },
        by: boss,
        check: async () => {
          const children = await desk.store.people.wardsOf(mother)
          expect(children.map(({ name }) => name)).toEqual([child])
          expect(children[0]?.guardians).toHaveLength(1)
          const birthdays = await desk.store.timers.model.find({ kind: 'comes-of-age' }).lean()
          expect(birthdays.filter(({ _id }) => _id.includes(children[0]?._id ?? ''))).toHaveLength(1)
        },
      }
    }))
})
