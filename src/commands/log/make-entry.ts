import type { Claim } from '../../domain/claim.ts'
import { plannedMinutes } from '../../domain/hours.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { formatDay, formatMinutes, formatRange } from '../../locale/format.ts'
import type { Activity } from '../../store/activity.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Context } from '../command.ts'
import { already, planOf } from './gates.ts'
import { type Held, occupyDays } from './occupy-days.ts'

/** A line to be, and what is known about it besides its time. */
export type NewEntry = { claim: Claim; activity: Activity; person: string } & Pick<
  HoursEntry,
  'by' | 'note' | 'attended' | 'unclaimed' | 'correction'
>

/** Why a day has no room for a line. */
export type NoRoom = Exclude<Held, { entry: string }>

/** Guards of the days first, then the ledger line; a rerun of the same key makes the same line. */
export async function makeEntry(
  { claim, activity, person, ...known }: NewEntry,
  context: Pick<Context, 'store' | 'key' | 'zone' | 'now'>,
): Promise<{ entry: HoursEntry } | NoRoom> {
  const { store, key, zone, now } = context
  const held = await occupyDays({ claim, activity: activity._id, person }, context)
  if (!('entry' in held)) return held
  const entry: HoursEntry = {
    _id: held.entry,
    person,
    activity: activity._id,
    ...(activity.team && { team: activity.team }),
    ...(activity.station && { station: activity.station }),
    category: activity.category,
    date: localDate(claim.start, zone),
    start: new Date(claim.start),
    end: new Date(claim.end),
    claimed: claim.minutes,
    planned: plannedMinutes(planOf(activity)),
    minutes: claim.minutes,
    state: 'pending',
    claimedAt: now,
    ...known,
    verifiers: [],
    key,
  }
  await store.hours.add(entry)
  // Whoever has checked in may have been asked until when they stayed.
  if (known.attended) await store.prompts.close(activity._id, person)
  return { entry }
}

/** One sentence about what stands in the way. */
export function sayNoRoom(noRoom: NoRoom, activity: Activity, context: Context): string {
  const { texts } = context
  if ('taken' in noRoom)
    return texts.log.dayFull({
      day: formatDay(Date.parse(`${noRoom.date}T12:00:00Z`), { ...context, zone: 'UTC' }),
      taken: formatMinutes(noRoom.taken, texts),
    })
  const { entry, activity: code, start, end, minutes } = noRoom.inTheWay
  return code === activity._id
    ? already({ _id: entry, minutes, state: 'pending' }, activity, context)
    : texts.log.overlaps({ entry, code, range: formatRange({ start, end }, context) })
}
