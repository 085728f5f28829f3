import type { Notice } from '../chat/reply.ts'
import type { Activity } from '../store/activity.ts'
import { groupId } from '../store/group-places.ts'
import { activityLine } from './activity-line.ts'
import type { PlaceDeps } from './promotion.ts'

/**
 * Tells whoever speaks for a group how many places it has now, when that changed without their doing: places came free
 * for it, or those without names went to others. Said once for each change; harmless when repeated.
 */
export async function tellGroups(activity: Activity, deps: PlaceDeps): Promise<void> {
  const { store, notify, zone, now } = deps
  const code = activity._id
  if (activity.state !== 'open') return
  for (const [n, { team, count, told, by, said }] of (activity.groups ?? []).entries()) {
    if (told === count) continue
    const waiting = activity.waiting.find(({ person }) => person === groupId(team))?.count ?? 0
    const notice: Notice = {
      person: by,
      say: ({ texts }) => {
        const what = activityLine(activity, { zone, texts, now })
        return { text: texts.groupSignup[count > told ? 'more' : 'fewer']({ what, team, count, waiting }) }
      },
    }
    // Groups are only ever added, so the place in the list is a name that any platform's header can carry.
    await notify([notice], `group/${code}/${n}/${said.length}/${told}-${count}`)
    await store.activities.toldGroup(code, { team, count })
  }
}

/** Who speaks for the groups that have places, besides some people who know already. */
export function groupSpeakers({ groups = [] }: Pick<Activity, 'groups'>, known: readonly string[]): string[] {
  const speakers = groups.filter(({ count }) => count > 0).map(({ by }) => by)
  return [...new Set(speakers)].filter((by) => !known.includes(by))
}
