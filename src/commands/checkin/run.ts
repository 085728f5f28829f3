import type { z } from 'zod'
import type { Reply } from '../../chat/reply.ts'
import { type CheckinGate, checkinGate } from '../../domain/checkin-gate.ts'
import { formatClock, formatDay, formatRange } from '../../locale/format.ts'
import type { Activity } from '../../store/activity.ts'
import type { Person } from '../../store/people.ts'
import { actorOf } from '../actor.ts'
import { activityLine } from '../activity-line.ts'
import type { Context, Run } from '../command.ts'
import type { checkinGrammar } from './grammar.ts'
import { openNow, opensAt } from './open-now.ts'

type CheckinArgs = z.infer<typeof checkinGrammar.shape>

/** Activities offered when several are open at once. */
const shown = 5

/** 签到: confirmed → arrived, from 30 minutes before the start until the end, with the code of the day if there is one. */
export const runCheckin: Run<CheckinArgs> = async (args, context) => {
  const { person } = context.asker
  if (!person) return { text: context.texts.common.notRegistered }
  if (args.code) {
    const activity = await context.activity(args.code)
    return activity
      ? checkIn({ activity, person, args }, context)
      : { text: context.texts.common.noActivity({ code: args.code }) }
  }
  const open = await openNow(person, context)
  const [only, ...others] = open
  if (!only) return { text: context.texts.checkin.nothing }
  if (others.length === 0) return checkIn({ activity: only, person, args }, context)
  const some = open.slice(0, shown)
  return {
    text: [context.texts.checkin.which, ...some.map((one) => activityLine(one, context))].join('\n'),
    quickReplies: some.map(({ _id }) => _id),
    question: { field: 'code', args },
  }
}

async function checkIn(
  { activity, person, args }: { activity: Activity; person: Person; args: CheckinArgs },
  context: Context,
): Promise<Reply> {
  const { store, key, now } = context
  const row = await store.signups.find(activity._id, person._id)
  const mine = row?.steps.find((step) => step.key === key && step.state === 'arrived')
  if (mine) return done(activity, mine.at, context)
  const facts = {
    now: now.getTime(),
    opens: opensAt(activity, context),
    end: activity.end.getTime(),
    cancelled: activity.state === 'cancelled',
    state: row?.state,
    code: activity.checkinCode,
    said: args.pin,
  }
  const closed = checkinGate(facts)
  if (closed) return refuse(closed, activity, context)
  const step = { key, at: now, by: actorOf(context) }
  const moved = await store.signups.move(
    { activity: activity._id, person: person._id },
    { from: ['confirmed'], to: 'arrived', step },
  )
  if (moved) return done(activity, now, context)
  // Somebody cancelled it, or another message checked in, in this very moment.
  const after = await store.signups.find(activity._id, person._id)
  return refuse(checkinGate({ ...facts, state: after?.state }) ?? 'not_signed_up', activity, context)
}

function done(activity: Activity, at: Date, { texts, zone }: Context): Reply {
  const { _id: code, title } = activity
  const when = `${formatDay(at, { zone, texts })} ${formatClock(at, zone)}`
  return { text: texts.checkin.done({ code, title, when }), quickReplies: [texts.checkin.leave({ code })] }
}

function refuse(closed: CheckinGate, activity: Activity, context: Context): Reply {
  const { texts, zone } = context
  const code = activity._id
  const opens = new Date(opensAt(activity, context))
  const text = texts.checkin.closed[closed]({
    code,
    range: formatRange(activity, context),
    from: `${formatDay(opens, { zone, texts })} ${formatClock(opens, zone)}`,
  })
  const asks = closed === 'no_code' || closed === 'wrong_code'
  return { text, ...(asks && { question: { field: 'pin', args: { code } } }) }
}
