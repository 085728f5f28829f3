import type { Reply } from '../../chat/reply.ts'
import { attendanceTimes } from '../../domain/attendance-times.ts'
import type { Activity } from '../../store/activity.ts'
import type { Person } from '../../store/people.ts'
import { activityLine } from '../activity-line.ts'
import type { Context, Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import type { OneActivity } from '../one-activity.ts'
import { already } from '../log/gates.ts'
import { noteUntil, sayNoted } from './note-until.ts'

/** Check-ins looked through when no code was said. */
const most = 20

/** 签退: the time from check-in to now that lies in the plan, less rest, becomes a line that waits to be verified. */
export const runCheckout: Run<OneActivity> = async (args, context) => {
  const { store, texts, key } = context
  const { person } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const made = await store.hours.madeBy(key)
  if (made) return sayNoted(made, context)
  if (args.code) {
    const activity = await context.activity(args.code)
    return activity
      ? checkOut(activity, person, context)
      : { text: texts.common.noActivity({ code: args.code }) }
  }
  const rows = await store.signups.ofPerson(person._id, ['arrived'], most)
  const [only, ...others] = await store.activities.many(rows.map(({ activity }) => activity))
  if (!only) return { text: texts.checkout.nothing }
  if (others.length === 0) return checkOut(only, person, context)
  return {
    text: [texts.checkout.which, ...[only, ...others].map((one) => activityLine(one, context))].join('\n'),
    quickReplies: [only, ...others].map(({ _id }) => _id),
    question: { field: 'code', args },
  }
}

async function checkOut(activity: Activity, person: Person, context: Context): Promise<Reply> {
  const { store, texts, now } = context
  const code = activity._id
  const row = await store.signups.find(code, person._id)
  if (row?.state === 'completed') {
    const line = await store.hours.claimOf(person._id, code)
    if (line) return inPrivate(already(line, activity, context), context)
  }
  if (row?.state === 'confirmed') return { text: texts.checkout.notCheckedIn({ code }) }
  if (row?.state !== 'arrived') return { text: texts.checkout.notSignedUp({ code }) }
  if (now > attendanceTimes(activity)['ask-checkout']) return { text: texts.checkout.tooLate({ code }) }
  return noteUntil({ activity, row, out: now }, context)
}
