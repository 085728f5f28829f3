import type { Reply } from '../../chat/reply.ts'
import { statesBefore } from '../../domain/signup-states.ts'
import { formatDay, formatMinutes, formatRange } from '../../locale/format.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Context } from '../command.ts'

/** Ends a claim: the sign-up is completed (once), and the line is said back with its absolute date. */
export async function echo(entry: HoursEntry, context: Context): Promise<Reply> {
  const { store, texts, now } = context
  await store.signups.move(
    { activity: entry.activity, person: entry.person },
    {
      from: statesBefore('complete'),
      to: 'completed',
      step: { key: entry.key, at: now, by: entry.by },
    },
  )
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
