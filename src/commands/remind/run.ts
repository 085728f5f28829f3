import { localDate } from '../../domain/time/local-date.ts'
import type { Run } from '../command.ts'
import { changeableActivity } from '../managed-activity.ts'
import { reminderPrompt, reminderWords } from '../reminder-words.ts'
import type { RemindArgs } from './grammar.ts'

/** 提醒: the reminder of an activity now, to those with a place who have not said that they come; once a day. */
export const runRemind: Run<RemindArgs> = async (args, context) => {
  const { store, texts, key, now, zone } = context
  const found = await changeableActivity(args, context)
  if ('reply' in found) return found.reply
  const { activity } = found
  const code = activity._id
  const day = `remind:${code}:${localDate(now.getTime(), zone)}`
  const mark = await store.marks.find(day)
  if (mark && mark.key !== key) return { text: texts.reminder.today({ code }) }
  if (activity.start <= now) return { text: texts.reminder.begun({ code }) }
  const rows = await store.signups.ofActivity(code, ['confirmed'])
  const people = rows.map(({ person }) => person)
  const come = await store.prompts.saidYes('reminder', code, people)
  const silent = people.filter((person) => !come.has(person))
  if (silent.length === 0 && !mark) return { text: texts.reminder.everybody({ code }) }
  if (!(await store.marks.setOnce(day, { key, at: now }))) return { text: texts.reminder.today({ code }) }
  await store.prompts.setAll(silent.map((person) => reminderPrompt(activity, person, day)))
  const say = reminderWords(activity, context)
  return {
    text: texts.reminder.asked({ code, count: silent.length }),
    notices: silent.map((person) => ({ person, say })),
  }
}
