import { expect, test } from 'vitest'
import { sumTallies } from '../../src/domain/tally.ts'
import type { HoursEntry } from '../../src/store/hours.ts'
import { at } from '../support/command-store.ts'
import { addPerson } from '../support/crash-people.ts'
import { crashWorld, type CrashWorld } from '../support/crash-world.ts'
import { until } from '../support/until.ts'

const zone = 'Asia/Shanghai'
const wang = { id: 'wang', name: '王社工' }
const day = '2026-11-07'
const month = { from: '2026-11-01', to: '2026-11-30' }

/** A social worker, an activity that is over and ten lines that wait for a word; the month was counted before. */
async function waiting(world: CrashWorld): Promise<void> {
  const { store } = world
  const scope = { kind: 'team' as const, name: '南园队' }
  const grants = [{ role: 'socialWorker' as const, scope }]
  await addPerson(world, { number: 'V000001', user: wang.id, name: wang.name, grants })
  const span = { start: at(`${day} 09:00`), end: at(`${day} 12:00`) }
  await store.activities.add({
    ...span,
    _id: 'A1',
    title: '探访老人',
    category: '老人服务',
    team: '南园队',
    place: '福利院',
    restMinutes: 0,
    places: 20,
    taken: 10,
    holds: [],
    waiting: [],
    freed: [],
    skills: [],
    state: 'open',
    responsible: 'V000001',
    key: 'a1',
    createdAt: at('2026-01-01 09:00'),
  })
  for (let n = 0; n < 10; n++) {
    const person = `V${String(n + 2).padStart(6, '0')}`
    const line: HoursEntry = {
      ...span,
      _id: `H${n + 1}`,
      person,
      activity: 'A1',
      team: '南园队',
      category: '老人服务',
      date: day,
      claimed: 180,
      planned: 180,
      minutes: 180,
      state: 'pending',
      by: person,
      claimedAt: span.end,
      verifiers: [],
      key: `h${n}`,
    }
    await store.hours.add(line)
    await store.days.occupy(
      person,
      day,
      { ...span, entry: line._id, key: line.key, activity: 'A1', minutes: 180, approved: 0 },
      720,
    )
  }
  await store.tallies.months(month, zone)
}

const steps = [
  ['when the lines are verified', 'update hours'],
  ['when the month is counted and the marks are still there', 'update tallies'],
] as const

test.concurrent.each(steps)(
  'killed %s: the month says what the ledger says',
  async (_what, step) => {
    const world = await crashWorld()
    try {
      const first = await world.service()
      await waiting(world)
      await first.stop()
      const victim = await world.service({ DIE_AT: step })
      const { id } = await world.client(victim.url).send({ sender: wang, text: '核实 A1 全部' })
      expect(await victim.exited).toBe('SIGKILL')
      await world.service()
      await world.receiver.waitFor(({ data }) => data.in_reply_to === id)
      const left = () => world.store.hours.model.countDocuments({ uncounted: { $exists: true } })
      await until(async () => (await left()) === 0 || undefined, 'the marks to be gone', 60_000)
      const counted = { ...month, reach: 'all' as const, until: new Date() }
      const [sum] = sumTallies(await world.store.tallies.months(month, zone), counted)
      expect(sum).toMatchObject({ minutes: 1_800, attendances: 10 })
    } finally {
      await world.end()
    }
  },
  100_000,
)
