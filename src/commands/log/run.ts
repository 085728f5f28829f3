import type { z } from 'zod'
import type { Reply } from '../../chat/reply.ts'
import { claimOf, onPlannedDay, type Claim, type Said } from '../../domain/claim.ts'
import { localDate } from '../../domain/time/local-date.ts'
import type { Activity } from '../../store/activities.ts'
import { dayId } from '../../store/days.ts'
import type { Person } from '../../store/people.ts'
import type { Signup } from '../../store/signups.ts'
import { actorOf } from '../actor.ts'
import type { Context, Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { readPersonName } from '../parse/person-name.ts'
import { attendedBy } from './attended.ts'
import { askCode } from './ask-code.ts'
import { askTime } from './ask-time.ts'
import { echo } from './echo.ts'
import { facts, planOf, refuse } from './gates.ts'
import { makeEntry, sayNoRoom } from './make-entry.ts'
import type { logGrammar, Time } from './grammar.ts'

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

  const other = await namedFirst(args.note ?? args.unclear, person, context)
  if (other) return { text: texts.log.forOthers({ code: activity._id }) }
  const claim = claimFrom(args, activity, context)
  const [held, row] = await Promise.all([
    isHeld(claim, person, context),
    store.signups.find(activity._id, person._id),
  ])
  const refusal = held ? undefined : await refuse({ args, activity, person, row }, context)
  if (refusal) return inPrivate(refusal, context)
  if (!claim || args.unclear !== undefined) return askTime(args, activity, context)
  if ('problem' in claim)
    return inPrivate(texts.log.problems[claim.problem](facts(activity, context)), context)
  return write({ claim, activity, person, row, note: args.note }, context)
}

/** Whether words beside the time begin with the name of somebody else: their hours are not the sender's. */
async function namedFirst(said: string | undefined, { _id }: Person, { store }: Context): Promise<boolean> {
  const who = readPersonName(said?.split(/[\s,、]/, 1)[0] ?? '')
  const people = who ? await store.people.named(who) : []
  return people.length > 0 && people.every((person) => person._id !== _id)
}

/** The claim that what was said makes, or why it cannot be one; `undefined` when no time was said. */
export function claimFrom(args: Time, activity: Activity, { now, zone }: Context) {
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
  wish: { claim: Claim; activity: Activity; person: Person; row: Signup | null; note?: string | undefined },
  context: Context,
): Promise<Reply> {
  const { activity, claim, person, row, note } = wish
  const attended = row ? attendedBy(row, activity) : undefined
  const made = await makeEntry(
    {
      claim,
      activity,
      person: person._id,
      by: actorOf(context),
      ...(note && { note: context.store.seal.seal(note) }),
      ...(attended && { attended }),
    },
    context,
  )
  return 'entry' in made ? echo(made.entry, context) : inPrivate(sayNoRoom(made, activity, context), context)
}
