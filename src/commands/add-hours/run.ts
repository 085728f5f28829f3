import type { z } from 'zod'
import type { Notice, Reader, Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import { formatMinutes, formatRange } from '../../locale/format.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Context, Run } from '../command.ts'
import { findPerson } from '../find-person.ts'
import { inPrivate } from '../in-private.ts'
import { askTime } from '../log/ask-time.ts'
import { attendedBy } from '../log/attended.ts'
import { completeSignup } from '../log/complete-signup.ts'
import { facts } from '../log/gates.ts'
import { makeEntry, sayNoRoom } from '../log/make-entry.ts'
import { claimFrom } from '../log/run.ts'
import { ownChildren, sayOwnChild } from '../own-family.ts'
import { sayWords } from '../verify/say-words.ts'
import { arrive } from './arrive.ts'
import type { addHoursGrammar } from './grammar.ts'

type AddHoursArgs = z.infer<typeof addHoursGrammar.shape>

/**
 * 补录: a social worker adds the hours of somebody who came without a sign-up or never claimed them. The line is marked
 * as a correction and is their word at once; a day over 8 hours still takes a second social worker.
 */
export const runAddHours: Run<AddHoursArgs> = async (args, context) => {
  const { asker, store, texts, key, now } = context
  if (!asker.person) return { text: texts.common.notRegistered }
  const made = await store.hours.madeBy(key)
  if (made) return finish(made, context)
  const { code, who } = args
  if (!code) return { text: texts.addHours.which, question: { field: 'code', args } }
  const activity = await context.activity(code)
  if (!activity) return { text: texts.common.noActivity({ code }) }
  if (!may(asker.grants, 'socialWorker', activity))
    return { text: texts.common.notAllowed({ role: texts.common.doers.socialWorker }) }
  if (activity.state === 'cancelled') return { text: texts.log.cancelled(facts(activity, context)) }
  if (activity.start > now) return { text: texts.log.notBegun(facts(activity, context)) }
  if (!who) return { text: texts.addHours.who({ code }), question: { field: 'who', args } }

  const found = await findPerson(who, context)
  if ('problem' in found) return inPrivate(found.problem, context)
  const { person } = found
  if (person._id === asker.person._id) return { text: texts.addHours.own }
  if ((await ownChildren(context)).has(person._id)) {
    const said = await sayOwnChild(person.name, { place: activity, needs: 'socialWorker' }, context)
    return inPrivate(said, context)
  }
  const claim = claimFrom(args, activity, context)
  if (!claim) {
    const { unclear, ...known } = args
    return {
      ...askTime({ code, unclear }, activity, context),
      question: { field: 'minutes', args: known },
    }
  }
  if ('problem' in claim) return { text: texts.log.problems[claim.problem](facts(activity, context)) }
  const [earlier, row] = await Promise.all([
    store.hours.claimOf(person._id, code),
    store.signups.find(code, person._id),
  ])
  if (earlier) return inPrivate(sayEarlier(earlier, person.name, context), context)
  const attended = row ? attendedBy(row, activity) : undefined
  const entry = await makeEntry(
    {
      claim,
      activity,
      person: person._id,
      by: asker.person._id,
      correction: true,
      ...(attended && { attended }),
    },
    context,
  )
  return 'entry' in entry
    ? finish(entry.entry, context)
    : inPrivate(sayNoRoom(entry, activity, context), context)
}

function sayEarlier({ _id, minutes, state, activity }: HoursEntry, who: string, { texts }: Context): string {
  const time = formatMinutes(minutes, texts)
  return texts.addHours.already({ who, code: activity, entry: _id, time, state: texts.hours.states[state] })
}

/** The sign-up, the social worker's word, the answer and the notice; harmless when repeated. */
async function finish(entry: HoursEntry, context: Context): Promise<Reply> {
  const { asker, store, texts } = context
  await arrive(entry, context)
  await completeSignup(entry, context)
  const [after = entry] =
    entry.state === 'pending' ? await sayWords([{ line: entry, minutes: entry.minutes }], context) : [entry]
  const person = await store.people.find(entry.person)
  const facts = (reader: Pick<Reader, 'texts'>) => ({
    code: entry.activity,
    range: formatRange(entry, { ...context, ...reader }),
    time: formatMinutes(entry.claimed, reader.texts),
    minutes: entry.claimed,
    entry: entry._id,
    verified: after.state === 'verified',
  })
  const by = asker.person?.name ?? asker.name
  const told: Notice = {
    person: entry.person,
    say: (reader) => ({ text: reader.texts.addHours.told({ ...facts(reader), by }) }),
  }
  return {
    ...inPrivate(texts.addHours.done({ ...facts(context), who: person?.name ?? entry.person }), context),
    notices: [told],
  }
}
