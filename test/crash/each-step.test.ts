import { describe, expect, test } from 'vitest'
import { crashWorld, type CrashWorld } from '../support/crash-world.ts'
import { until } from '../support/until.ts'

const wang = { id: 'wang', name: '王桂香' }

/** Brings somebody to the last answer of registering: the message whose handling is then killed. */
async function beforeConsent(world: CrashWorld): Promise<void> {
  const service = await world.service()
  const client = world.client(service.url)
  for (const text of ['注册 王桂香', '跳过', '1960']) {
    const { id } = await client.send({ sender: wang, text })
    await world.receiver.waitFor(({ data }) => data.in_reply_to === id)
  }
  await service.stop()
}

/** Says 同意 to a service that dies at a step, starts another one, and gives everything that was answered to it. */
async function dieAndRecover(world: CrashWorld, env: Record<string, string>) {
  await beforeConsent(world)
  const victim = await world.service(env)
  const { id, status } = await world.client(victim.url).send({ sender: wang, text: '同意' })
  expect(status).toBe(202)
  expect(await victim.exited).toBe('SIGKILL')
  const { DIE_AT: _step, ...rest } = env
  await world.service(rest)
  const row = `standard:default:${id}#0`
  const settled = await until(
    async () => {
      const found = await world.store.outbox.find(row)
      return found && ['sent', 'failed', 'unknown'].includes(found.state) ? found : undefined
    },
    'the answer to be settled',
    60_000,
  )
  const arrived = world.receiver.messages.filter(({ data }) => data.in_reply_to === id)
  return { settled, arrived }
}

const steps = [
  ['after the effect', 'insert people'],
  ['after the inbox row', 'insert inbox'],
  ['after the outbox row', 'insert outbox'],
  ['after the claim', 'findAndModify outbox'],
  ['when the call has begun', 'before send'],
  ['after the call', 'after send'],
] as const

describe('killed at each step: the effect once, the answer once', () => {
  test.concurrent.each(steps)(
    '%s, by a gateway that drops repeats',
    async (_what, step) => {
      const world = await crashWorld()
      try {
        const { settled, arrived } = await dieAndRecover(world, { DIE_AT: step })
        expect(settled.state).toBe('sent')
        // The gateway knows a repeat by its webhook-id: there is one, however often it came.
        expect(new Set(arrived.map(({ webhookId }) => webhookId)).size).toBe(1)
        expect(arrived[0]?.data.text).toContain('V000001')
        expect(await world.store.people.count()).toBe(1)
      } finally {
        await world.end()
      }
    },
    100_000,
  )

  const plain = [
    ['after the inbox row', 'insert inbox', 'sent', 1],
    ['after the claim', 'findAndModify outbox', 'sent', 1],
    ['when the call has begun', 'before send', 'unknown', 0],
    ['after the call', 'after send', 'unknown', 1],
  ] as const
  test.concurrent.each(plain)(
    '%s, by a gateway that does not: never sent twice',
    async (_what, step, state, times) => {
      const world = await crashWorld()
      try {
        const { settled, arrived } = await dieAndRecover(world, { DIE_AT: step, PLAIN: '1' })
        expect({ state: settled.state, times: arrived.length }).toEqual({ state, times })
        expect(await world.store.people.count()).toBe(1)
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
        const { id, status } = await world.client(web.url).send({ sender: wang, text: '帮助' })
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
