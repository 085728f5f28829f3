import type { z } from 'zod'
import type { Reply } from '../../chat/reply.ts'
import { claimOf, onPlannedDay, type Claim, type Said } from '../../domain/claim.ts'
import { plannedMinutes } from '../../domain/hours.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { formatDay, formatMinutes, formatRange } from '../../locale/format.ts'
import type { Activity } from '../../store/activities.ts'
import { dayId } from '../../store/days.ts'
import type { Person } from '../../store/people.ts'
import type { Context, Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { askCode } from './ask-code.ts'
import { askTime } from './ask-time.ts'
import { echo } from './echo.ts'
import { already, facts, planOf, refuse } from './gates.ts'
import { occupyDays } from './occupy-days.ts'
import type { logGrammar } from './grammar.ts'

export type LogArgs = z.infer<(typeof logGrammar)['shape']>

/** Claims hours: guard of the day first, then the ledger line, then the sign-up; each can be done again harmlessly. */
export const runLog: Run<LogArgs> = async (args, context) => {
  const { store, texts, key } = context
  const { person } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const made = await store.hours.madeBy(key)
  if (made) return echo(made, context)
  if (!args.code) return askCode(args, person, context)
  const activity = await context.activity(args.code)
  if (!activity) return { text: texts.common.noActivity({ code: args.code }) }

  const claim = claimFrom(args, activity, context)
  const refusal = (await isHeld(claim, person, context))
    ? undefined
    : await refuse({ args, activity, person }, context)
  if (refusal) return inPrivate(refusal, context)
  if (!claim || args.unclear !== undefined) return askTime(args, activity, context)
  if ('problem' in claim)
    return inPrivate(texts.log.problems[claim.problem](facts(activity, context)), context)
  return write({ claim, activity, person, note: args.note }, context)
}

function claimFrom(args: LogArgs, activity: Activity, { now, zone }: Context) {
  const said: Said | undefined =
    args.start !== undefined && args.end !== undefined
      ? args.undated
        ? onPlannedDay({ start: args.start, end: args.end }, planOf(activity), zone)
        : { start: args.start, end: args.end }
      : args.minutes !== undefined
        ? { minutes: args.minutes }
        : undefined
  return said && claimOf(said, planOf(activity), { now: now.getTime(), zone })
}

/** Whether this very message has occupied the day before and died: then it has passed the gates and goes on. */
async function isHeld(
  claim: ReturnType<typeof claimFrom>,
  person: Person,
  { store, zone, key }: Context,
): Promise<boolean> {
  if (!claim || 'problem' in claim) return false
  const guards = await store.days.many([dayId(person._id, localDate(claim.start, zone))])
  return guards.some(({ parts }) => parts.some((part) => part.key === key))
}

async function write(
  {
    claim,
    activity,
    person,
    note,
  }: { claim: Claim; activity: Activity; person: Person; note?: string | undefined },
  context: Context,
): Promise<Reply> {
  const { store, texts, key, now, zone } = context
  const held = await occupyDays({ claim, activity: activity._id, person: person._id }, context)
  if ('inTheWay' in held) {
    const { entry, activity: code, start, end, minutes } = held.inTheWay
    if (code === activity._id)
      return inPrivate(already({ _id: entry, minutes, state: 'pending' }, activity, context), context)
    return inPrivate(
      texts.log.overlaps({ entry, code, range: formatRange({ start, end }, context) }),
      context,
    )
  }
  if ('taken' in held)
    return inPrivate(
      texts.log.dayFull({
        day: formatDay(Date.parse(`${held.date}T12:00:00Z`), { ...context, zone: 'UTC' }),
        taken: formatMinutes(held.taken, texts),
      }),
      context,
    )
  const entry = {
    _id: held.entry,
    person: person._id,
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
    state: 'pending' as const,
    by: person._id,
    claimedAt: now,
    ...(note && { note }),
    verifiers: [],
    key,
  }
  await store.hours.add(entry)
  return echo(entry, context)
}
