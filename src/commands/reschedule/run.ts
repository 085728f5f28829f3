import type { Reader, Reply, Said } from '../../chat/reply.ts'
import { formatRange } from '../../locale/format.ts'
import type { Activity, Move } from '../../store/activity.ts'
import type { Context, Run } from '../command.ts'
import { concerned } from '../concerned.ts'
import { changeableActivity } from '../managed-activity.ts'
import { groupSpeakers } from '../tell-groups.ts'
import { colliding } from './colliding.ts'
import type { RescheduleArgs } from './grammar.ts'

/** 改期: after 是 the activity has another time, and so have the promises of everybody who comes. */
export const runReschedule: Run<RescheduleArgs> = async (args, context) => {
  const { store, texts, key, now, asker } = context
  const before = args.code ? await context.activity(args.code) : undefined
  const mine = before?.moves?.find((move) => move.key === key)
  if (before && mine) return finish(before, mine, context)
  const found = await changeableActivity(args, context)
  if ('reply' in found) return found.reply
  const { activity } = found
  const code = activity._id
  if (activity.start <= now) return { text: texts.reschedule.begun({ code }) }
  if (args.confirm === false) return { text: texts.common.nothingDone }
  const { start, end, was } = args
  const askTime = (text: string): Reply => ({ text, question: { field: 'time', args: { code } } })
  if (start === undefined || end === undefined) return askTime(texts.reschedule.askTime({ code }))
  if (start <= now.getTime())
    return askTime(texts.reschedule.past({ when: formatRange({ start, end }, context) }))
  if (!args.confirm) return ask(activity, { start: new Date(start), end: new Date(end) }, context)
  if (was !== activity.start.getTime()) return { text: texts.edit.changedMeanwhile({ code }) }
  const move: Move = {
    key,
    at: now,
    by: asker.person?._id ?? asker.identity,
    was: { start: activity.start, end: activity.end },
    to: { start: new Date(start), end: new Date(end) },
  }
  const first = await store.activities.reschedule(code, move)
  return first ? finish(activity, move, context) : { text: texts.edit.changedMeanwhile({ code }) }
}

async function ask(activity: Activity, to: Move['to'], context: Context): Promise<Reply> {
  const { texts } = context
  const { _id: code, title, start } = activity
  const rows = await concerned(code, context)
  return {
    text: texts.reschedule.check({
      what: `${code} ${title}`,
      was: formatRange(activity, context),
      to: formatRange(to, context),
      told:
        rows.length +
        groupSpeakers(
          activity,
          rows.map(({ person }) => person),
        ).length,
      colliding: (await colliding(rows, { code, ...to }, context)).length,
    }),
    quickReplies: [texts.common.yes, texts.common.no],
    question: {
      field: 'confirm',
      args: { code, start: to.start.getTime(), end: to.end.getTime(), was: start.getTime() },
    },
  }
}

/** Moves the promises, tells everybody, and says to the asker alone who promised something else at that time. */
async function finish(activity: Activity, move: Move, context: Context): Promise<Reply> {
  const { store, texts, asker, place } = context
  const { _id: code, title } = activity
  // Reminders of the earlier time find the plan changed when they ring; those of the new one have to be set.
  await store.timers.setAttendance({ _id: code, ...move.to }, move.at)
  const rows = await concerned(code, context)
  await store.people.moveTime(
    rows.map(({ person }) => person),
    { code, ...move.to },
  )
  const to = formatRange(move.to, context)
  const clashes = await colliding(rows, { code, ...move.to }, context)
  const say = (reader: Reader): Said => {
    const theirs = { ...context, ...reader }
    const [was, now] = [formatRange(move.was, theirs), formatRange(move.to, theirs)]
    return { text: theirs.texts.reschedule.told({ what: `${code} ${title}`, was, to: now, code }) }
  }
  const ids = rows.map(({ person }) => person)
  const notices = [...ids, ...groupSpeakers(activity, ids)]
    .filter((person) => person !== asker.person?._id)
    .map((person) => ({ person, say }))
  const done = texts.reschedule.done({ code, to, told: notices.length })
  const names = clashes.map((clash) => texts.reschedule.clash(clash)).join(texts.audience.between)
  const detail = clashes.length > 0 ? texts.reschedule.clashes({ code, names }) : ''
  return {
    ...(place.kind === 'room'
      ? { text: done, ...(detail && { private: detail }) }
      : { text: [done, detail].filter((line) => line !== '').join('\n') }),
    ...(notices.length > 0 && { notices }),
  }
}
