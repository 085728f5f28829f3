import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import { formatMinutes } from '../../locale/format.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Context, Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { ownChildren, sayOwnChild } from '../own-family.ts'
import { asProse } from '../prose.ts'
import { makeRequest } from '../requests/make-request.ts'
import { applyCorrection, sayCorrection, wholeMinutes } from './apply-correction.ts'
import type { CorrectArgs } from './grammar.ts'

/**
 * 更正: what a verified line should have said, with the reason. The line and its correction are both kept and count
 * together. A day that would pass 8 hours by it takes a second social worker's word, by a request.
 */
export const runCorrect: Run<CorrectArgs> = async (args, context) => {
  const { store, texts, asker, key } = context
  const { person } = asker
  if (!person) return { text: texts.common.notRegistered }
  if (!args.entry) return { text: texts.correct.which, question: { field: 'entry', args } }
  const entry = args.entry
  const line = await store.hours.find(entry)
  if (!line) return { text: texts.reject.noEntry({ entry }) }
  if (!may(asker.grants, 'socialWorker', line)) return { text: texts.reject.outOfScope({ entry }) }
  const corrections = await store.hoursCorrections.of(entry)
  const mine = corrections.find((one) => one.key === key)
  if (mine) return inPrivateReply(await sayCorrection(line, corrections, mine, context), context)
  if (line.person === person._id) return { text: texts.reject.own({ entry }) }
  if ((await ownChildren(context)).has(line.person))
    return { text: await sayOwnChild(entry, { place: line, needs: 'socialWorker' }, context) }
  if (line.state !== 'verified')
    return { text: texts.correct.notVerified({ entry, state: texts.hours.states[line.state] }) }
  const now = corrections.reduce((sum, { minutes }) => sum + minutes, line.minutes)
  const was = formatMinutes(now, texts)
  if (args.minutes === undefined)
    return { text: texts.correct.askTime({ entry, was }), question: { field: 'minutes', args } }
  const { minutes } = args
  if (minutes === now) return { text: texts.correct.same({ entry, was }) }
  if (minutes > wholeMinutes(line))
    return { text: texts.correct.tooLong({ entry, most: formatMinutes(wholeMinutes(line), texts) }) }
  const reason = asProse(args.reason?.trim() ?? '')
  if (!reason) return { text: texts.correct.why({ entry }), question: { field: 'reason', args } }
  const outcome = await applyCorrection(line, { minutes, reason, seconded: false }, context)
  if (outcome === 'second') return askSecond(line, { minutes, reason }, context)
  if (outcome === 'full') return { text: texts.correct.full({ entry }) }
  if (outcome === 'overtaken') return { text: texts.correct.overtaken({ entry }) }
  return inPrivateReply(outcome, context)
}

const inPrivateReply = (reply: Reply, context: Context): Reply => ({
  ...reply,
  ...inPrivate(reply.text, context),
})

/** Above 8 hours a day a second social worker agrees. */
async function askSecond(
  line: HoursEntry,
  wanted: { minutes: number; reason: string },
  context: Context,
): Promise<Reply> {
  const { texts } = context
  const { _id: entry, person, team, station } = line
  const { request, notices } = await makeRequest(
    {
      kind: 'correct',
      needs: 'socialWorker',
      team,
      station,
      args: { entry, person, minutes: String(wanted.minutes) },
      reason: wanted.reason,
      wish: `correct:${entry}:${wanted.minutes}`,
    },
    context,
  )
  return {
    text: texts.correct.second({ entry, request: request._id }),
    // Whose hours they are has no word on them.
    notices: notices.filter((notice) => notice.person !== person),
  }
}
