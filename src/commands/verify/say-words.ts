import { mostMinutesADay, oneVerifierMinutes } from '../../domain/hours.ts'
import { splitOverDays } from '../../domain/split-over-days.ts'
import { approvalId, type Approval } from '../../store/days.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Context } from '../command.ts'

/** Lines that wait, and the minutes to be agreed to on each. */
export type Word = { line: HoursEntry; minutes: number }

/**
 * A social worker's words on many lines in a handful of round trips, however many lines there are: the guards of the
 * days first (up to 8 hours by one, up to 12 by two), then the ledger, then a look at which words counted. A line whose
 * day would pass 8 hours is seconded: it waits for a second social worker.
 * Lines that a first social worker seconded in the very same moment are tried once more. Gives the lines as they are then.
 */
export async function sayWords(
  words: readonly Word[],
  context: Context,
  again = true,
): Promise<HoursEntry[]> {
  const { store, key, now } = context
  const { person } = context.asker
  if (!person || words.length === 0) return []
  const approved = await store.days.approveAll(words.flatMap((word) => approvalsOf(word, context)))
  const isApproved = (word: Word) =>
    approvalsOf(word, context).every(({ entry, date }) => approved.has(approvalId(entry, date)))
  await store.hours.verifyAll(
    words.flatMap((word) => {
      const { line, minutes } = word
      const to = isApproved(word) ? ('verified' as const) : ('seconding' as const)
      return line.state === 'pending' || (line.state === 'seconding' && to === 'verified')
        ? [{ id: line._id, from: line.state, to, minutes }]
        : []
    }),
    { person: person._id, key, at: now },
  )
  const after = await store.hours.many(words.map(({ line }) => line._id))
  const others = words.flatMap(({ line, minutes }) => {
    const found = after.find(({ _id }) => _id === line._id)
    return found?.state === 'verified' && found.minutes !== minutes
      ? [{ line: found, minutes: found.minutes }]
      : []
  })
  await store.days.settle(others.flatMap((word) => approvalsOf(word, context)))

  const overtaken = words.flatMap(({ line, minutes }) => {
    const found = after.find(({ _id }) => _id === line._id)
    const waits = line.state === 'pending' && found?.state === 'seconding'
    return found && waits && found.verifiers.every((word) => word.person !== person._id)
      ? [{ line: found, minutes: Math.min(minutes, found.minutes) }]
      : []
  })
  if (!again || overtaken.length === 0) return after
  const late = await sayWords(overtaken, context, false)
  return after.map((line) => late.find(({ _id }) => _id === line._id) ?? line)
}

function approvalsOf({ line, minutes }: Word, { zone }: Pick<Context, 'zone'>): Approval[] {
  const limit = line.state === 'seconding' ? mostMinutesADay : oneVerifierMinutes
  return splitOverDays({ start: line.start.getTime(), end: line.end.getTime() }, zone, minutes).map(
    ({ date, minutes: share }) => ({ person: line.person, date, entry: line._id, minutes: share, limit }),
  )
}
