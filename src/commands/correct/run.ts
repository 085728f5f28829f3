import type { z } from 'zod'
import type { Notice, Reply } from '../../chat/reply.ts'
import { oneVerifierMinutes } from '../../domain/hours.ts'
import { may } from '../../domain/roles.ts'
import { splitOverDays } from '../../domain/split-over-days.ts'
import { formatDay, formatMinutes } from '../../locale/format.ts'
import { approvalId } from '../../store/days.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Context, Run } from '../command.ts'
import { asProse } from '../prose.ts'
import type { correctGrammar } from './grammar.ts'

export type CorrectArgs = z.infer<(typeof correctGrammar)['shape']>

/**
 * 更正: verified hours that were wrong become the minutes said. The line stays as it is; a new one beside it carries
 * the difference and the reason, so that a figure reported before the correction can be had again. More than 8 hours a
 * day take a new claim and two social workers.
 */
export const runCorrect: Run<CorrectArgs> = async (args, context) => {
  const { store, texts, key, now } = context
  const { person, grants } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  if (!args.entry) return { text: texts.correct.which, question: { field: 'entry', args } }
  const line = await store.hours.find(args.entry)
  const entry = args.entry
  if (!line) return { text: texts.reject.noEntry({ entry }) }
  if (!may(grants, 'socialWorker', line)) return { text: texts.reject.outOfScope({ entry }) }
  const made = await store.hours.madeBy(key)
  if (made?.corrects === entry) return finish(line, made, context)
  if (line.person === person._id) return { text: texts.reject.own({ entry }) }
  if (line.state !== 'verified' || line.corrects)
    return { text: texts.correct.notVerified({ entry, state: texts.hours.states[line.state] }) }
  const { minutes } = args
  const is = line.minutes + (await store.hours.correctedBy(entry))
  if (minutes === undefined)
    return {
      text: texts.correct.howLong({ entry, time: formatMinutes(is, texts) }),
      question: { field: 'minutes', args },
    }
  if (minutes === is) return { text: texts.correct.same({ entry, time: formatMinutes(is, texts) }) }
  const span = Math.round((line.end.getTime() - line.start.getTime()) / 60_000)
  if (minutes > span) return { text: texts.correct.tooLong({ entry, time: formatMinutes(span, texts) }) }
  const reason = asProse(args.reason?.trim() ?? '')
  if (!reason) return { text: texts.correct.why({ entry }), question: { field: 'reason', args } }
  if (minutes > is && !(await fitsDays(line, minutes, context)))
    return { text: texts.correct.dayFull({ entry }) }
  const correction = await store.hours.correct(line, { minutes, by: person._id, key, at: now, reason })
  return correction ? finish(line, correction, context) : { text: texts.correct.meanwhile({ entry }) }
}

/** The line's minutes on each of its days. */
const shares = ({ _id, person, start, end }: HoursEntry, minutes: number, { zone }: Pick<Context, 'zone'>) =>
  splitOverDays({ start: start.getTime(), end: end.getTime() }, zone, minutes).map(
    ({ date, minutes: share }) => ({ person, date, entry: _id, minutes: share }),
  )

async function fitsDays(line: HoursEntry, minutes: number, context: Context): Promise<boolean> {
  const wanted = shares(line, minutes, context).map((share) => ({ ...share, limit: oneVerifierMinutes }))
  const approved = await context.store.days.approveAll(wanted)
  return wanted.every(({ entry, date }) => approved.has(approvalId(entry, date)))
}

/** Puts the guards of the days right, which is harmless to repeat, and says so to both. */
async function finish(line: HoursEntry, correction: HoursEntry, context: Context): Promise<Reply> {
  const { store, texts, zone, now } = context
  const minutes = correction.verifiers[0]?.minutes ?? 0
  // By what counts now: another correction may have come between.
  const counts = line.minutes + (await store.hours.correctedBy(line._id))
  await store.days.settle(shares(line, counts, context))
  const facts = (said: Context['texts']) => ({
    entry: line._id,
    code: line.activity,
    when: formatDay(line.start, { zone, texts: said, now }),
    was: formatMinutes(minutes - correction.minutes, said),
    time: formatMinutes(minutes, said),
    reason: correction.note ?? '',
  })
  const told: Notice = {
    person: line.person,
    say: (reader) => ({ text: reader.texts.correct.told(facts(reader.texts)) }),
  }
  return { text: texts.correct.done(facts(texts)), notices: [told] }
}
