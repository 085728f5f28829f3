import type { z } from 'zod'
import type { Notice, Reader } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import { splitOverDays } from '../../domain/split-over-days.ts'
import { formatDay, formatMinutes } from '../../locale/format.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Context, Run } from '../command.ts'
import { ownChildren, sayOwnChild } from '../own-family.ts'
import { asProse } from '../prose.ts'
import type { rejectGrammar } from './grammar.ts'

export type RejectArgs = z.infer<(typeof rejectGrammar)['shape']>

/** Refuses a line, with a reason the claimant is told. Its time is free again afterwards. */
export const runReject: Run<RejectArgs> = async (args, context) => {
  const { store, texts, key, now } = context
  const { person, grants } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  if (!args.entry) return { text: texts.reject.whichEntry, question: { field: 'entry', args } }
  const line = await store.hours.find(args.entry)
  if (!line) return { text: texts.reject.noEntry({ entry: args.entry }) }
  if (!may(grants, 'socialWorker', line)) return { text: texts.reject.outOfScope({ entry: line._id }) }
  if (line.rejected?.key === key) return finish(line, store.seal.open(line.rejected.reason), context)
  if (line.person === person._id) return { text: texts.reject.own({ entry: line._id }) }
  if ((await ownChildren(context)).has(line.person))
    return { text: await sayOwnChild(line._id, { place: line, needs: 'socialWorker' }, context) }
  if (line.state !== 'pending' && line.state !== 'seconding')
    return { text: texts.reject.settled({ entry: line._id, state: texts.hours.states[line.state] }) }
  const reason = asProse(args.reason?.trim() ?? '')
  if (!reason)
    return {
      text: texts.reject.why({ entry: line._id }),
      question: { field: 'reason', args: { entry: line._id } },
    }
  if (await store.hours.reject(line._id, { by: person._id, key, at: now, reason: store.seal.seal(reason) }))
    return finish(line, reason, context)
  const settled = await store.hours.find(line._id)
  return {
    text: texts.reject.settled({ entry: line._id, state: texts.hours.states[settled?.state ?? line.state] }),
  }
}

/** Gives the day back, which is harmless to repeat, and says so to both. */
async function finish(line: HoursEntry, reason: string, { store, texts, zone, now }: Context) {
  const dates = splitOverDays({ start: line.start.getTime(), end: line.end.getTime() }, zone).map(
    ({ date }) => date,
  )
  await store.days.vacate(line.person, dates, line._id)
  const facts = ({ texts }: Pick<Reader, 'texts'>) => ({
    entry: line._id,
    code: line.activity,
    when: formatDay(line.start, { zone, texts, now }),
    time: formatMinutes(line.claimed, texts),
    reason,
  })
  const told: Notice = {
    person: line.person,
    say: (reader) => ({ text: reader.texts.reject.told(facts(reader)) }),
  }
  return { text: texts.reject.done(facts({ texts })), notices: [told] }
}
