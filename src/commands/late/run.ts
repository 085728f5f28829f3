import type { Notice, Reply } from '../../chat/reply.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { formatMinutes } from '../../locale/format.ts'
import type { Activity } from '../../store/activity.ts'
import type { Person } from '../../store/people.ts'
import { activityLine } from '../activity-line.ts'
import type { Context, Run } from '../command.ts'
import { nearestStaff } from '../nearest-staff.ts'
import { ownActivities } from '../own-activities.ts'
import { asProse } from '../prose.ts'
import type { LateArgs } from './grammar.ts'

const minute = 60_000

/** 晚到: notes how much later somebody comes and tells whoever leads the team. The place stays theirs. */
export const runLate: Run<LateArgs> = async (args, context) => {
  const { texts } = context
  const { person } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const activity = args.code ? await context.activity(args.code) : await onlyToday(person, context)
  if (!activity)
    return args.code
      ? { text: texts.common.noActivity({ code: args.code }) }
      : { text: texts.late.which, question: { field: 'code', args } }
  const { minutes } = args
  if (minutes === undefined)
    return {
      text: texts.late.howLong({ code: activity._id }),
      question: { field: 'minutes', args: { ...args, code: activity._id } },
    }
  return note({ activity, person, minutes, said: args.note && asProse(args.note) }, context)
}

async function note(
  about: { activity: Activity; person: Person; minutes: number; said: string | undefined },
  context: Context,
): Promise<Reply> {
  const { store, texts, now, key } = context
  const { activity, person, minutes, said } = about
  const code = activity._id
  const time = formatMinutes(minutes, texts)
  if (activity.state === 'cancelled') return { text: texts.manage.calledOff({ code }) }
  if (activity.end <= now) return { text: texts.manage.over({ code }) }
  if (minutes * minute >= activity.end.getTime() - activity.start.getTime())
    return { text: texts.late.tooLong({ code, time }) }
  if (!(await store.signups.noteLate(code, person._id, { minutes, at: now, key }))) {
    const row = await store.signups.find(code, person._id)
    return {
      text: row?.state === 'arrived' ? texts.late.arrived({ code }) : texts.late.notSignedUp({ code }),
    }
  }
  const staff = await nearestStaff(activity, 'leader', store)
  const notices = staff
    .filter(({ _id }) => _id !== person._id)
    .map(({ _id }): Notice => ({
      person: _id,
      say: (reader) => ({
        text: reader.texts.late.leader({
          name: person.name,
          number: person._id,
          what: activityLine(activity, { ...context, ...reader }),
          time: formatMinutes(minutes, reader.texts),
          reason: said,
        }),
      }),
    }))
  return { text: texts.late.done({ code, time }), notices }
}

/** What somebody means who says no code: the one thing they have a place at today. */
async function onlyToday(person: Person, { store, now, zone }: Context): Promise<Activity | undefined> {
  const own = await ownActivities(store, { person: person._id, now })
  const today = localDate(now.getTime(), zone)
  const [only, ...others] = own.filter(
    ({ activity, row }) => row.state === 'confirmed' && localDate(activity.start.getTime(), zone) <= today,
  )
  return others.length === 0 ? only?.activity : undefined
}
