import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { answerStates } from '../support/answer-states.ts'
import { crashWorld } from '../support/crash-world.ts'
import { until } from '../support/until.ts'

const senders = 10
const mostUnanswered = 5
const roles = ['web', 'web', 'workers', 'workers']
const gateways = [
  ['drops repeats', {}],
  ['cannot drop repeats', { PLAIN: '1' }],
] as const

test.each(gateways)(
  'two web and two worker processes replaced one after the other while people write, by a gateway that %s: nothing accepted is lost, doubled, unknown or out of order',
  async (_what, env) => {
    const world = await crashWorld()
    try {
      const running = await Promise.all(roles.map((ROLES) => world.service({ ...env, ROLES })))
      const accepted: string[][] = Array.from({ length: senders }, () => [])
      let talking = true

      const answered = (sender: number) =>
        world.receiver.messages
          .filter(({ data }) => data.to.id === `u-${sender}`)
          .map(({ data }) => data.in_reply_to)

      /** Sends a message until one of the web processes takes it, as a platform behind a balancer does. */
      const send = async (sender: number, id: string) => {
        const said = { id, sender: { id: `u-${sender}` }, text: '我' }
        for (let time = 0, status = 0; status !== 202; time++) {
          const url = running[(sender + time) % 2]?.url ?? ''
          const sending = world.client(url).send(said)
          ;({ status } = await sending.catch(() => ({ status: 0 })))
          if (status !== 202) await pause(50)
        }
      }
      const talk = async (sender: number, mine: string[]) => {
        while (talking) {
          const id = `m-${sender}-${mine.length}`
          await send(sender, id)
          mine.push(id)
          // Neither as fast as it goes nor without end: on a busy machine a start takes long.
          await pause(250)
          const few = async () => mine.length - answered(sender).length < mostUnanswered
          await until(few, `answers to u-${sender}`, 60_000)
        }
      }
      const talks = accepted.map((mine, sender) => talk(sender, mine))

      for (const [i, ROLES] of roles.entries()) {
        const before = world.receiver.messages.length
        await world.receiver.waitFor(() => world.receiver.messages.length > before + senders)
        expect(await running[i]?.stop()).toBe(0)
        running[i] = await world.service({ ...env, ROLES })
      }
      talking = false
      await Promise.all(talks)

      const total = accepted.flat().length
      const states = async () => {
        const { rows, ...each } = await answerStates(world)
        return rows === total && each.sent + each.unknown === total && each
      }
      expect(await until(states, 'every answer to be settled', 40_000)).toEqual({ sent: total, unknown: 0 })
      for (const [sender, mine] of accepted.entries()) expect(answered(sender)).toEqual(mine)
      expect(await world.store.deadLetters.count()).toBe(0)
    } finally {
      await world.end()
    }
  },
  120_000,
)
