import type { Reply } from '../../chat/reply.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { formatDay } from '../../locale/format.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { cameStates } from './came-states.ts'
import type { LogArgs } from './run.ts'

const offered = 4

/** Asks which activity, offering those of this person that have begun and have no line yet, latest first. */
export async function askCode(args: LogArgs, person: Person, context: Context): Promise<Reply> {
  const { store, texts, now, zone } = context
  const signups = await store.signups.ofPerson(person._id, cameStates)
  const codes = signups.map(({ activity }) => activity)
  const [activities, claimed] = await Promise.all([
    store.activities.many(codes),
    store.hours.claimedOf(person._id, codes),
  ])
  const fitting = activities
    .filter(({ _id, state, start }) => state !== 'cancelled' && start <= now && !claimed.has(_id))
    .filter(({ start }) => !args.date || localDate(start.getTime(), zone) === args.date)
    .toSorted((a, b) => b.start.getTime() - a.start.getTime())
    .slice(0, offered)
  if (fitting.length === 0) return { text: texts.log.nothingToLog }
  const options = fitting.map(({ _id, start, title }) =>
    texts.log.option({ code: _id, day: formatDay(start, context), title }),
  )
  return {
    ...inPrivate([texts.log.whichActivity, ...options].join('\n'), context, texts.log.whichActivity),
    quickReplies: fitting.map(({ _id }) => _id),
    question: { field: 'code', args },
  }
}
