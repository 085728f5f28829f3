import type { Reader, Said } from '../chat/reply.ts'
import type { Activity } from '../store/activity.ts'
import { type Prompt, promptId } from '../store/prompts.ts'
import { activityLine } from './activity-line.ts'

/** What everybody with a place is reminded of and asked, whoever sets it off. */
export const reminderWords =
  (activity: Activity, at: { zone: string; now: Date }) =>
  ({ texts }: Reader): Said => ({
    text: texts.reminder.made({
      what: activityLine(activity, { ...at, texts }),
      place: activity.meetAt ?? activity.place,
      bring: activity.bring,
      code: activity._id,
    }),
    quickReplies: ['1', '2'],
  })

/** The standing prompt that goes with it; `token` says which reminder it is. */
export const reminderPrompt = ({ _id: code, start }: Activity, person: string, token: string): Prompt => ({
  _id: promptId('reminder', code, person),
  kind: 'reminder',
  person,
  activity: code,
  token,
  until: start,
})
