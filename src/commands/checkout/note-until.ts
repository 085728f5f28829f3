import type { Reply } from '../../chat/reply.ts'
import { formatMinutes, formatRange } from '../../locale/format.ts'
import type { Activity } from '../../store/activity.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Signup } from '../../store/signups.ts'
import { actorOf } from '../actor.ts'
import type { Context } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { attendedBy } from '../log/attended.ts'
import { completeSignup } from '../log/complete-signup.ts'
import { makeEntry, sayNoRoom } from '../log/make-entry.ts'
import { attendedClaim } from './attended-claim.ts'

/** Makes the line of somebody who checked in and stayed until `out`, and says it back. */
export async function noteUntil(
  { activity, row, out }: { activity: Activity; row: Signup; out: Date },
  context: Context,
): Promise<Reply> {
  const { texts } = context
  const code = activity._id
  const attended = attendedBy(row, activity, out)
  const claim = attended && attendedClaim(attended, activity)
  if (!claim) return { text: texts.checkout.tooShort({ code, range: formatRange(activity, context) }) }
  const by = actorOf(context)
  const made = await makeEntry({ claim, activity, person: row.person, by, attended }, context)
  return 'entry' in made
    ? sayNoted(made.entry, context)
    : inPrivate(sayNoRoom(made, activity, context), context)
}

/** Completes the sign-up and says the line's day, times and minutes; said again by a rerun. */
export async function sayNoted(entry: HoursEntry, context: Context): Promise<Reply> {
  const { texts } = context
  await completeSignup(entry, context)
  return {
    text: texts.checkout.done({
      code: entry.activity,
      range: formatRange(entry, context),
      time: formatMinutes(entry.claimed, texts),
      minutes: entry.claimed,
      entry: entry._id,
    }),
  }
}
