import { plannedMinutes, type Plan } from '../../domain/hours.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { formatMinutes, formatRange } from '../../locale/format.ts'
import type { Activity } from '../../store/activities.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Person } from '../../store/people.ts'
import type { Signup } from '../../store/signups.ts'
import type { Context } from '../command.ts'
import { cameStates } from './came-states.ts'
import type { LogArgs } from './run.ts'

/** Why nobody, or not this person, or not again, can claim hours of an activity: one sentence. */
export async function refuse(
  { args, activity, person, row }: { args: LogArgs; activity: Activity; person: Person; row: Signup | null },
  context: Context,
): Promise<string | undefined> {
  const { store, texts, now, zone } = context
  const said = facts(activity, context)
  if (activity.state === 'cancelled') return texts.log.cancelled(said)
  if (activity.start > now) return texts.log.notBegun(said)
  if (args.date && !isDayOf(activity, args.date, zone)) return texts.log.problems.other_day(said)
  const earlier = await store.hours.claimOf(person._id, activity._id)
  if (earlier) return already(earlier, activity, context)
  return row && cameStates.includes(row.state) ? undefined : texts.log.notSignedUp(said)
}

/** An activity has one line of each person. */
export function already(
  line: Pick<HoursEntry, '_id' | 'minutes' | 'state'>,
  activity: Activity,
  context: Context,
): string {
  const { texts } = context
  return texts.log.already({
    ...facts(activity, context),
    entry: line._id,
    time: formatMinutes(line.minutes, texts),
    state: texts.hours.states[line.state],
  })
}

const isDayOf = ({ start, end }: Activity, date: string, zone: string): boolean =>
  localDate(start.getTime(), zone) <= date && date <= localDate(end.getTime() - 1, zone)

/** What sentences about an activity's time say. */
export function facts(activity: Activity, context: Context) {
  return {
    code: activity._id,
    range: formatRange(activity, context),
    planned: formatMinutes(plannedMinutes(planOf(activity)), context.texts),
  }
}

/** An activity's plan as the rules want it. */
export const planOf = ({ start, end, restMinutes }: Activity): Plan => ({
  start: start.getTime(),
  end: end.getTime(),
  restMinutes,
})
