import type { Reply } from '../../chat/reply.ts'
import { formatDay, formatMinutes, formatRange } from '../../locale/format.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Context } from '../command.ts'
import { completeSignup } from './complete-signup.ts'

/** Ends a claim: the sign-up is completed (once), and the line is said back with its absolute date. */
export async function echo(entry: HoursEntry, context: Context): Promise<Reply> {
  const { texts } = context
  await completeSignup(entry, context)
  const activity = await context.activity(entry.activity)
  const asPlanned = activity?.start.getTime() === entry.start.getTime()
  const sameEnd = activity?.end.getTime() === entry.end.getTime()
  return {
    text: texts.log.noted({
      when: asPlanned && sameEnd ? formatDay(entry.start, context) : formatRange(entry, context),
      code: entry.activity,
      time: formatMinutes(entry.claimed, texts),
      entry: entry._id,
    }),
  }
}
