import type { Reply } from '../../chat/reply.ts'
import { stayedUntil } from '../../domain/stayed-until.ts'
import type { ClockTime } from '../../domain/time/take-clock.ts'
import type { Activity } from '../../store/activity.ts'
import type { Prompt } from '../../store/prompts.ts'
import type { Signup } from '../../store/signups.ts'
import type { Context } from '../command.ts'
import { askTime } from '../log/ask-time.ts'
import { noteUntil, sayNoted } from './note-until.ts'

/** The answer to "until 12:00?": yes notes the time up to the end, no asks from when to when. */
export async function answerCheckout(prompt: Prompt, answer: 'yes' | 'no', context: Context): Promise<Reply> {
  const about = await stillAsked(prompt, answer, context)
  if ('reply' in about) return about.reply
  const { activity, row } = about
  if (answer === 'no') return askTime({ code: activity._id }, activity, context)
  return noteUntil({ activity, row, out: activity.end }, context)
}

/** A clock time is an answer too. One that cannot be meant is asked back as a time from when to when. */
export async function answerCheckoutTime(prompt: Prompt, time: ClockTime, context: Context): Promise<Reply> {
  const about = await stillAsked(prompt, 'yes', context)
  if ('reply' in about) return about.reply
  const { activity, row } = about
  const came = row.steps.findLast(({ state }) => state === 'arrived')?.at ?? activity.start
  const until = stayedUntil(time, { start: came.getTime(), end: activity.end.getTime() }, context.zone)
  return until === undefined
    ? askTime({ code: activity._id }, activity, context)
    : noteUntil({ activity, row, out: new Date(until) }, context)
}

/** Takes the answer if the hours are not noted yet; a rerun finds the line its first run made. */
async function stillAsked(
  prompt: Prompt,
  answer: 'yes' | 'no',
  context: Context,
): Promise<{ activity: Activity; row: Signup } | { reply: Reply }> {
  const { store, texts, key } = context
  const code = prompt.activity
  const made = await store.hours.madeBy(key)
  if (made) return { reply: await sayNoted(made, context) }
  const [activity, row] = await Promise.all([context.activity(code), store.signups.find(code, prompt.person)])
  const open = activity && row?.state === 'arrived' && (await store.prompts.answer(prompt, key, answer))
  return open ? { activity, row } : { reply: { text: texts.checkout.settled({ code }) } }
}
