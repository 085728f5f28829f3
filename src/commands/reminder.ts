import type { Notice, Reply } from '../chat/reply.ts'
import { type AttendanceKind, attendanceTimes } from '../domain/attendance-times.ts'
import { type Prompt, promptId } from '../store/prompts.ts'
import type { Timer } from '../store/timers.ts'
import { activityLine } from './activity-line.ts'
import { type AttendanceDeps, atOnce, dueActivity } from './attendance.ts'
import { declineReminder } from './cancel/run.ts'
import type { Context } from './command.ts'

/** Whoever says no to the first reminder, which comes 24 hours before, is not late: we asked. Hours before the start. */
const lateFrom = 2

/**
 * Reminds everybody with a place and asks whether they come. One timer serves the whole activity, so that signing up
 * costs nothing for it, and whoever signs up later than it rings gets only the reminders that are still ahead.
 * A reminder that comes after its time is not sent but counted, and whoever is responsible hears of it.
 */
export async function remind(timer: Timer & { kind: AttendanceKind }, deps: AttendanceDeps): Promise<void> {
  const { store, now, zone, tell, counted } = deps
  const activity = await dueActivity(timer, deps)
  if (!activity) return
  const { _id: code, start } = activity
  const tooLate = timer.kind === 'remind-day' ? attendanceTimes(activity)['remind-hours'] : start
  let missed = 0
  for await (const rows of store.signups.inBatches(code, ['confirmed'], atOnce)) {
    if (now >= tooLate) {
      missed += rows.length
      continue
    }
    await store.prompts.setAll(
      rows.map(({ person }) => ({
        _id: promptId('reminder', code, person),
        kind: 'reminder',
        person,
        activity: code,
        token: timer._id,
        until: start,
      })),
    )
    const told = await tell(
      rows.map(({ person }) => ({
        key: `${timer._id}/${person}`,
        person,
        say: ({ texts }) => ({
          text: texts.reminder.made({
            what: activityLine(activity, { zone, texts, now }),
            place: activity.meetAt ?? activity.place,
            bring: activity.bring,
            code,
          }),
          quickReplies: ['1', '2'],
        }),
      })),
      start,
    )
    counted('told', told.size)
    missed += rows.length - told.size
  }
  if (missed === 0) return
  counted('missed', missed)
  const notice: Notice = {
    person: activity.responsible,
    say: ({ texts }) => {
      const what = activityLine(activity, { zone, texts, now })
      return { text: texts.reminder.missed({ what, count: missed, code }) }
    },
  }
  await deps.notify([notice], `${timer._id}/missed`)
}

/** The answer to a reminder: `yes` is noted, `no` gives the place back, which goes to whoever waits. */
export async function answerReminder(prompt: Prompt, answer: 'yes' | 'no', context: Context): Promise<Reply> {
  const { store, texts, key } = context
  const code = prompt.activity
  const [activity, row] = await Promise.all([context.activity(code), store.signups.find(code, prompt.person)])
  if (!activity || !row || !(await store.prompts.answer(prompt, key, answer)))
    return { text: texts.reminder.gone({ code }) }
  const { person } = context.asker
  if (answer === 'no' && person) return declineReminder({ code, person, lateFrom }, context)
  return row.state === 'confirmed'
    ? {
        text: texts.reminder.seeYou({
          what: activityLine(activity, context),
          place: activity.meetAt ?? activity.place,
        }),
      }
    : { text: texts.reminder.gone({ code }) }
}
