import type { Notice, Reader, Reply } from '../../chat/reply.ts'
import { mostMinutesADay, oneVerifierMinutes } from '../../domain/hours.ts'
import { splitOverDays } from '../../domain/split-over-days.ts'
import { formatDay, formatMinutes } from '../../locale/format.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Correction } from '../../store/hours-corrections.ts'
import { withdrawUntrue } from '../certificate/withdraw-untrue.ts'
import type { Context } from '../command.ts'

type Wanted = { minutes: number; reason: string; seconded: boolean }

/** What stands in the way: a second social worker is needed, the day has no room, another correction came first. */
export type Obstacle = 'second' | 'full' | 'overtaken'

/** Whole minutes between a line's start and end: more cannot have been served in it. */
export const wholeMinutes = ({ start, end }: HoursEntry): number =>
  Math.floor((end.getTime() - start.getTime()) / 60_000)

/** The guards of the days first, then the ledger; may be done again by the same message. */
export async function applyCorrection(
  line: HoursEntry,
  { minutes, reason, seconded }: Wanted,
  context: Context,
): Promise<Reply | Obstacle> {
  const { store, zone, asker, key, now } = context
  const interval = { start: line.start.getTime(), end: line.end.getTime() }
  const sharesOf = (sum: number) => splitOverDays(interval, zone, sum)
  const earlier = await store.hoursCorrections.of(line._id)
  const mine = earlier.find((one) => one.key === key)
  if (mine) return sayCorrection(line, earlier, mine, context)
  const net = (corrections: readonly Correction[]) =>
    corrections.reduce((sum, one) => sum + one.minutes, line.minutes)
  const approve = (limit: number) =>
    store.hoursCorrections.approve(line, sharesOf(minutes), {
      limit,
      most: mostMinutesADay,
      before: sharesOf(net(earlier)),
    })
  // Taking minutes off needs no second word, however long the day still is.
  const fewer = minutes < net(earlier)
  if (!(await approve(seconded || fewer ? mostMinutesADay : oneVerifierMinutes))) {
    const isFull = seconded || !(await hasRoom(line, sharesOf(minutes), context))
    return isFull ? 'full' : 'second'
  }
  const by = asker.person?._id ?? asker.identity
  const correction = await store.hoursCorrections.add(line, earlier, {
    minutes,
    by,
    key,
    at: now,
    reason: store.seal.seal(reason),
  })
  const after = await store.hoursCorrections.of(line._id)
  if (!correction) {
    await store.hoursCorrections.settle(line, sharesOf(net(after)))
    return 'overtaken'
  }
  return sayCorrection(line, after, correction, context)
}

/** Whether the days would bear it with a second social worker's word. */
async function hasRoom(
  line: HoursEntry,
  shares: readonly { date: string; minutes: number }[],
  { store }: Context,
): Promise<boolean> {
  const days = await Promise.all(shares.map(({ date }) => store.days.find(line.person, date)))
  return shares.every(({ minutes }, i) => {
    const others = days[i]?.parts.filter(({ entry }) => entry !== line._id) ?? []
    return others.reduce((sum, part) => sum + part.minutes, minutes) <= mostMinutesADay
  })
}

/** What was done, certificates that are true no more, and the notice to whose hours they are. */
export async function sayCorrection(
  line: HoursEntry,
  corrections: readonly Correction[],
  correction: Correction,
  context: Context,
): Promise<Reply> {
  const { store, texts, zone, now, asker } = context
  const person = await store.people.find(line.person)
  const upTo = corrections.slice(0, corrections.findIndex(({ _id }) => _id === correction._id) + 1)
  const after = upTo.reduce((sum, one) => sum + one.minutes, line.minutes)
  const facts = ({ texts: read }: Pick<Reader, 'texts'>) => ({
    entry: line._id,
    code: line.activity,
    when: formatDay(line.start, { zone, texts: read, now }),
    was: formatMinutes(after - correction.minutes, read),
    is: formatMinutes(after, read),
    reason: correction.note === undefined ? '' : store.seal.open(correction.note),
  })
  const by = asker.person?.name ?? asker.name
  const numbers = (await withdrawUntrue(line, context)).map(({ _id }) => _id)
  const told: Notice = {
    person: line.person,
    say: (reader) => ({ text: reader.texts.correct.told({ ...facts(reader), by, numbers }) }),
  }
  const who = person?.name ?? line.person
  return { text: texts.correct.done({ ...facts({ texts }), who, numbers }), notices: [told] }
}
