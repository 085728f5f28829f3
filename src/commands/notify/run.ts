import type { Reader } from '../../chat/reply.ts'
import { activityLine } from '../activity-line.ts'
import type { Run } from '../command.ts'
import { changeableActivity } from '../managed-activity.ts'
import { groupSpeakers } from '../tell-groups.ts'
import type { NotifyArgs } from './grammar.ts'

/**
 * 通知: shows the words and how many get them, and says them after 是 to everybody with a place. Opting out of calls
 * does not keep what concerns one's own sign-up away. It changes nothing but the answer, so a rerun needs no key.
 */
export const runNotify: Run<NotifyArgs> = async (args, context) => {
  const { store, texts, asker } = context
  const found = await changeableActivity(args, context)
  if ('reply' in found) return found.reply
  const { activity } = found
  if (args.confirm === false) return { text: texts.common.nothingDone }
  const code = activity._id
  const { words } = args
  if (!words) return { text: texts.notify.askWords({ code }), question: { field: 'words', args: { code } } }
  const rows = await store.signups.ofActivity(code, ['confirmed', 'arrived'])
  const placed = rows.map(({ person }) => person)
  const people = [...placed, ...groupSpeakers(activity, placed)].filter(
    (person) => person !== asker.person?._id,
  )
  const count = people.length
  if (count === 0) return { text: texts.notify.nobody({ code }) }
  const say = (reader: Reader) => {
    const what = activityLine(activity, { ...context, ...reader })
    return { text: reader.texts.notify.words({ what, words }) }
  }
  if (args.confirm)
    return {
      text: texts.notify.done({ code, count }),
      notices: people.map((person) => ({ person, say })),
    }
  return {
    text: texts.notify.check({ count, text: say(context).text }),
    quickReplies: [texts.common.yes, texts.common.no],
    question: { field: 'confirm', args: { code, words } },
  }
}
