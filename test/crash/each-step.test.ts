import { describe, expect, test } from 'vitest'
import { addPerson } from '../support/crash-people.ts'
import { crashWorld, type CrashWorld } from '../support/crash-world.ts'
import { until } from '../support/until.ts'

const sender = { id: 'wang', name: '王桂香' }
const final = ['sent', 'failed', 'unknown']

/** Says something to a service that dies at a step, starts another one, and gives what became of the answer. */
async function dieAndRecover(world: CrashWorld, step: string, gateway: Record<string, string>) {
  const victim = await world.service({ ...gateway, DIE_AT: step })
  const { id, status } = await world.client(victim.url).send({ sender, text: '反映 楼道的灯坏了' })
  expect(status).toBe(202)
  expect(await victim.exited).toBe('SIGKILL')
  const admin = { role: 'admin', scope: { kind: 'all' } } as const
  await addPerson(world, { number: 'V000001', user: 'chen', name: '陈主任', grants: [admin] })
  await world.service(gateway)
  const row = `standard:default:${id}#0`
  const settled = await until(
    async () => {
      const found = await world.store.outbox.find(row)
      return found && final.includes(found.state) ? found : undefined
    },
    'the answer to be settled',
    60_000,
  )
  const arrived = world.receiver.messages.filter(({ data }) => data.id === row)
  const effects = await world.store.reports.model.countDocuments()
  return { state: settled.state, effects, arrived }
}

/** Where the process dies; what becomes of the answer, and how often it arrives, where no repeat is dropped. */
const steps = [
  ['after the effect', 'insert reports', 'sent', 1],
  ['after the inbox row', 'insert inbox', 'sent', 1],
  ['after the outbox row', 'insert outbox', 'sent', 1],
  ['after the claim', 'findAndModify outbox', 'sent', 1],
  ['when the call has begun', 'before send', 'unknown', 0],
  ['after the call', 'after send', 'unknown', 1],
] as const

describe('killed at each step: the effect once, the answer once', () => {
  test.concurrent.each(steps)(
    '%s, by a gateway that drops repeats',
    async (_what, step) => {
      const world = await crashWorld()
      try {
        const { state, effects, arrived } = await dieAndRecover(world, step, {})
        expect({ state, effects }).toEqual({ state: 'sent', effects: 1 })
        // The gateway knows a repeat by its webhook-id: there is one, however often it came.
        expect(new Set(arrived.map(({ webhookId }) => webhookId)).size).toBe(1)
        expect(arrived[0]?.data.text).toContain('F1')
        expect(await world.store.unknownRows.count()).toBe(0)
      } finally {
        await world.end()
      }
    },
    100_000,
  )

  test.concurrent.each(steps)(
    '%s, by a gateway that does not: never sent twice, and what nobody knows is told to the admins',
    async (_what, step, expected, times) => {
      const world = await crashWorld()
      try {
        const { state, effects, arrived } = await dieAndRecover(world, step, { PLAIN: '1' })
        expect({ state, effects, times: arrived.length }).toEqual({ state: expected, effects: 1, times })
        const unknown = expected === 'unknown' ? 1 : 0
        expect(await world.store.unknownRows.count()).toBe(unknown)
        if (unknown > 0)
          await world.receiver.waitFor(
            ({ data }) => data.to.id === 'chen' && data.text.includes('不知道有没有送到'),
          )
      } finally {
        await world.end()
      }
    },
    100_000,
  )

  test.concurrent(
    'after the acknowledgement, before anything else',
    async () => {
      const world = await crashWorld()
      try {
        const web = await world.service({ ROLES: 'web' })
        const { id, status } = await world.client(web.url).send({ sender, text: '帮助' })
        expect(status).toBe(202)
        await web.kill()
        await world.service()
        await world.receiver.waitFor(({ data }) => data.in_reply_to === id)
      } finally {
        await world.end()
      }
    },
    100_000,
  )
})
