import type { Activity } from '../store/activity.ts'
import type { Context } from './command.ts'
import type { Span } from './plan-series.ts'

/** What all activities made at once have in common. */
export type ActivityPlan = Omit<
  Activity,
  '_id' | 'start' | 'end' | 'taken' | 'holds' | 'waiting' | 'freed' | 'state' | 'key' | 'createdAt'
>

type Making = Pick<Context, 'store' | 'key' | 'now'>

const markOf = (key: string) => `activities-of:${key}`

/** Whether this message has begun to make activities: then its rerun makes the same ones, whatever it finds by now. */
export const hasBegunMaking = async ({ store, key }: Pick<Context, 'store' | 'key'>): Promise<boolean> =>
  (await store.marks.find(markOf(key))) !== null

/**
 * Makes one activity for each time. The codes are fixed for the message before the first row is written, so that two
 * runs of one message make the same ones; each row is keyed `key/n`, or by the message itself when it is the only one.
 */
export async function makeActivities(
  plan: ActivityPlan,
  spans: readonly Span[],
  { store, key, now }: Making,
): Promise<Activity[]> {
  const mark = markOf(key)
  const known = await store.marks.find(mark)
  if (!known)
    await store.marks.setOnce(mark, {
      key,
      at: now,
      text: String(await store.counters.take('activity', spans.length)),
    })
  const first = Number((known ?? (await store.marks.find(mark)))?.text)
  const made = spans.map((span, n): Activity => ({
    ...plan,
    _id: store.counters.format('activity', first + n),
    start: new Date(span.start),
    end: new Date(span.end),
    taken: 0,
    holds: [],
    waiting: [],
    freed: [],
    state: 'open',
    key: spans.length === 1 ? key : `${key}/${n + 1}`,
    createdAt: now,
  }))
  for (const activity of made) await store.activities.add(activity)
  return made
}
