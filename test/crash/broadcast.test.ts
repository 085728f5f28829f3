import { expect, test } from 'vitest'
import { addBroadcast, addCrowd, crowdTargets, reachedBy, rowStates } from '../support/crash-broadcast.ts'
import { crashWorld } from '../support/crash-world.ts'
import { until } from '../support/until.ts'
import { sliceSize } from '../../src/store/broadcast-targets.ts'

/** More than are written at once, so that a plan can be killed with a part of its rows written. */
const people = sliceSize + 10

const steps = [
  ['when its time has come and nothing else has happened', 'findAndModify timers', 0],
  ['when its audience is frozen', 'update broadcasts', 0],
  ['when a part of its rows is written', 'insert outbox', sliceSize],
] as const

test.concurrent.each(steps)(
  'killed %s: each person hears a scheduled broadcast once',
  async (_what, step, written) => {
    const world = await crashWorld()
    try {
      await addCrowd(world, people)
      const { dueAt: due = new Date() } = await addBroadcast(world, { dueAt: new Date() })
      await world.store.timers.set({ kind: 'broadcast-due', subject: 'B1', due, data: { broadcast: 'B1' } })
      expect(await world.dies({ DIE_AT: step })).toBe('SIGKILL')
      expect(await world.store.outbox.model.countDocuments()).toBe(written)
      // As if the half minute had passed for which the dead process had the timer.
      await world.store.timers.model.updateMany({}, { leaseUntil: new Date() })
      await world.service()
      const sent = async () => (await rowStates(world)).sent === people
      await until(sent, 'every row to be sent', 60_000)
      expect(reachedBy(world)).toHaveLength(people)
      expect(new Set(reachedBy(world)).size).toBe(people)
      const timers = async () => world.store.timers.model.countDocuments()
      await until(async () => (await timers()) === 0, 'the timer to be done')
    } finally {
      await world.end()
    }
  },
  120_000,
)

test.concurrent(
  'killed between 撤回 and the end of its rows: nobody hears it any more',
  async () => {
    const world = await crashWorld()
    try {
      await addCrowd(world, people)
      await addBroadcast(world, { state: 'planning', targets: crowdTargets(people), people })
      // Slow, so that there is something to take back.
      const heard: string[] = []
      void world.receiver.answerBadly((request, response) => {
        heard.push(String(request.headers['webhook-id']))
        setTimeout(() => response.writeHead(204).end(), 500)
      }, people)
      const planner = await world.service()
      await until(async () => heard.length > 20, 'some people to hear it')
      expect((await world.store.broadcasts.find('B1'))?.state).toBe('planned')
      await planner.stop()

      const victim = await world.service({ DIE_AT: 'update broadcasts' })
      const { id } = await world.client(victim.url).send({ sender: { id: 'zhou' }, text: '撤回 B1' })
      expect(await victim.exited).toBe('SIGKILL')
      const left = (await rowStates(world)).queued ?? 0
      expect(left).toBeGreaterThan(0)
      world.receiver.answerWell()

      await world.service()
      await world.receiver.waitFor(({ data }) => data.in_reply_to === id)
      const settled = async () => {
        const { sent = 0, failed = 0 } = await rowStates(world)
        return sent + failed === people
      }
      await until(settled, 'every row to be settled', 60_000)
      expect(reachedBy(world)).toEqual([])
      expect((await rowStates(world)).failed).toBeGreaterThanOrEqual(left)
      expect(new Set(heard).size).toBe(heard.length)
    } finally {
      await world.end()
    }
  },
  120_000,
)
