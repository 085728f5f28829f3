import { reachOf } from '../../domain/reach.ts'
import { formatDay, formatMinutes } from '../../locale/format.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'
import { ownChildren } from '../own-family.ts'

/** Activities shown at once, when nothing else waits. */
const shown = 4

/** Hours that wait for a social worker's word: a line for each activity, with what was claimed, planned and checked in. */
export async function hoursWaiting(person: Person, context: Context) {
  const { store, texts, asker } = context
  const own = [person._id, ...(await ownChildren(context))]
  const groups = await store.hours.waitingFor(person._id, own, reachOf(asker.grants, 'socialWorker'))
  const first = groups.slice(0, shown)
  const activities = await store.activities.many(first.map(({ activity }) => activity))
  const lines = first.map((group) => {
    const activity = activities.find(({ _id }) => _id === group.activity)
    return texts.pending.group({
      code: group.activity,
      what: activity ? `${formatDay(activity.start, context)} ${activity.title}` : '',
      count: group.count,
      claimed: formatMinutes(group.claimed, texts),
      planned: formatMinutes(group.planned, texts),
      attended: group.attendances > 0 ? formatMinutes(group.attended, texts) : undefined,
      attendances: group.attendances,
      unclaimed: group.unclaimed,
      differing: group.differing,
      seconding: group.seconding,
    })
  })
  const [oldest] = first
  return {
    count: groups.length,
    entries: groups.reduce((sum, { count }) => sum + count, 0),
    lines,
    say: first.map(({ activity }) => texts.pending.verifyAll({ code: activity })),
    next: oldest && texts.pending.next({ code: oldest.activity }),
  }
}
