import type { Activity } from '../../src/store/activities.ts'
import type { Store } from '../../src/store/index.ts'
import { at } from './command-store.ts'

/** An activity that is there; what is not said is an ordinary Saturday morning of 南园队 with ten places. */
export async function postActivity(store: Store, said: Partial<Activity> = {}): Promise<string> {
  const code = await store.counters.next('activity')
  await store.activities.add({
    _id: code,
    title: '探访老人',
    category: '老人服务',
    team: '南园队',
    place: '福利院',
    start: at('2026-11-28 09:00'),
    end: at('2026-11-28 12:00'),
    restMinutes: 0,
    places: 10,
    taken: 0,
    holds: [],
    waiting: [],
    freed: [],
    skills: [],
    state: 'open',
    responsible: 'V999999',
    key: `posted-${code}`,
    createdAt: at('2026-11-01 09:00'),
    ...said,
  })
  return code
}
