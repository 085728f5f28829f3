import type { Notice, Reply } from '../../chat/reply.ts'
import type { Activity } from '../../store/activity.ts'
import { activityLine } from '../activity-line.ts'
import { calledOffNotice } from '../called-off-notice.ts'
import type { Context, Run } from '../command.ts'
import { changeableActivity } from '../managed-activity.ts'
import { releaseEverybody } from '../release-everybody.ts'
import { groupSpeakers } from '../tell-groups.ts'
import type { CallOffArgs } from './grammar.ts'

/** 停办: after 是 the activity is cancelled, every place, offer and wait ends, and everybody hears why. */
export const runCallOff: Run<CallOffArgs> = async (args, context) => {
  const { store, texts, key, now, asker } = context
  const before = args.code ? await context.activity(args.code) : undefined
  if (before?.calledOff?.key === key) return release(before, context)
  const found = await changeableActivity(args, context)
  if ('reply' in found) return found.reply
  const { activity } = found
  if (args.confirm === false) return { text: texts.common.nothingDone }
  const code = activity._id
  const { reason } = args
  if (!reason)
    return { text: texts.callOff.askReason({ code }), question: { field: 'reason', args: { code } } }
  if (!args.confirm) return ask({ activity, reason }, context)
  const calledOff = { key, at: now, by: asker.person?._id ?? asker.identity, reason }
  const first = await store.activities.callOff(code, calledOff)
  return first
    ? release({ ...activity, state: 'cancelled', calledOff }, context)
    : { text: texts.manage.calledOff({ code }) }
}

async function ask(
  { activity, reason }: { activity: Activity; reason: string },
  context: Context,
): Promise<Reply> {
  const { store, texts } = context
  const { _id: code, waiting } = activity
  const rows = await store.signups.ofActivity(code, ['confirmed', 'offered', 'arrived'])
  return {
    text: texts.callOff.check({
      what: activityLine(activity, context),
      reason,
      signedUp:
        rows.length +
        groupSpeakers(
          activity,
          rows.map(({ person }) => person),
        ).length,
      waiting: waiting.length,
    }),
    quickReplies: [texts.common.yes, texts.common.no],
    question: { field: 'confirm', args: { code, reason } },
  }
}

async function release(activity: Activity, context: Context): Promise<Reply> {
  const { store, texts, key, asker } = context
  const { _id: code, responsible } = activity
  const released = await releaseEverybody({ activity, key }, context)
  // Who has checked in keeps what they did: they are sent home, and their hours stay.
  const there = (await store.signups.ofActivity(code, ['arrived'])).map(({ person }) => person)
  const speakers = groupSpeakers(activity, [...released, ...there])
  const people = [...released, ...there, ...speakers]
  const notices = [
    ...[...released, ...speakers].map((person) => calledOffNotice(activity, person, context)),
    ...there.map((person) => calledOffNotice(activity, person, context, 'toldThere')),
  ]
  const by = asker.person?.name ?? asker.name
  const leader: Notice = {
    person: responsible,
    say: (reader) => {
      const what = activityLine(activity, { ...context, ...reader })
      return { text: reader.texts.callOff.responsible({ by, what }) }
    },
  }
  return {
    text: texts.callOff.done({ code, told: people.length }),
    notices: [
      ...notices,
      ...(responsible === asker.person?._id || people.includes(responsible) ? [] : [leader]),
    ],
  }
}
