import type { Target } from '../../src/store/broadcast-targets.ts'
import type { NewBroadcast } from '../../src/store/broadcasts.ts'
import { addPerson } from './crash-people.ts'
import type { CrashWorld } from './crash-world.ts'

const personNumber = (n: number) => `V${String(n).padStart(6, '0')}`

/** A social worker and so many other people, all with a chat account. */
export async function addCrowd(world: CrashWorld, people: number): Promise<void> {
  const grants = [{ role: 'socialWorker' as const, scope: { kind: 'all' as const } }]
  await addPerson(world, { number: personNumber(1), user: 'zhou', name: '周社工', grants })
  await Promise.all(
    Array.from({ length: people }, (_, n) =>
      addPerson(world, { number: personNumber(n + 2), user: `u-${n}`, name: `义工${n}` }),
    ),
  )
}

/** A broadcast `B1` of the social worker to everybody; what is not said is one that waits for its time. */
export async function addBroadcast(
  { store }: CrashWorld,
  said: Partial<NewBroadcast> = {},
): Promise<NewBroadcast> {
  const broadcast: NewBroadcast = {
    _id: 'B1',
    kind: 'broadcast',
    audience: '全部',
    said: '全部',
    locale: 'zh-CN',
    scope: [{}],
    text: '周六活动改在南门集合',
    quickReplies: [],
    targets: [],
    rooms: 0,
    people: 0,
    leftOut: [],
    cursor: 0,
    state: 'scheduled',
    by: personNumber(1),
    at: new Date(),
    key: 'k1',
    ...said,
  }
  await store.broadcasts.add(broadcast)
  return broadcast
}

/** People of a crowd as a broadcast is frozen for them. */
export const crowdTargets = (people: number): Target[] =>
  Array.from({ length: people }, (_, n) => ({
    platform: 'standard',
    account: 'default',
    kind: 'person',
    id: `u-${n}`,
  }))

/** Whom `B1` reached, in order, each as often as it came. */
export const reachedBy = ({ receiver }: CrashWorld): string[] =>
  receiver.messages.filter(({ data }) => data.id.startsWith('B1#')).map(({ data }) => data.to.id)

/** How many rows `B1` has in each state. */
export async function rowStates({ store }: CrashWorld): Promise<Record<string, number>> {
  const tally = await store.outbox.tally('B1')
  return Object.fromEntries(tally.map(({ state, count }) => [state, count]))
}
