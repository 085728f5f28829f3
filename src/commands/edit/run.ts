import type { Notice, Reply, Said } from '../../chat/reply.ts'
import type { Activity, Edit } from '../../store/activity.ts'
import { activityLine } from '../activity-line.ts'
import type { Context, Run } from '../command.ts'
import { concerned } from '../concerned.ts'
import { changeableActivity } from '../managed-activity.ts'
import { groupSpeakers } from '../tell-groups.ts'
import type { EditArgs } from './grammar.ts'

/** What people who come have to know at once; a title or more places change nothing for them. */
const toldOf: readonly Edit['field'][] = ['place', 'meetAt', 'bring']

/** 改: one thing about an activity, said back; whoever is signed up or waits hears of what matters to them. */
export const runEdit: Run<EditArgs> = async (args, context) => {
  const { store, texts, key, now, asker } = context
  const before = args.code ? await context.activity(args.code) : undefined
  const mine = before?.edits?.find((edit) => edit.key === key)
  if (before && mine) return said(before, mine, context)
  const found = await changeableActivity(args, context)
  if ('reply' in found) return found.reply
  const { activity } = found
  const { field, value } = args
  const code = activity._id
  if (field === 'time') return { text: texts.edit.useReschedule({ code }) }
  if (!field || value === undefined)
    return { text: texts.edit.askChange({ code }), question: { field: 'change', args: { code } } }
  const was = activity[field]
  if (was === value) return { text: texts.edit.same({ code, field: texts.edit.fields[field], value }) }
  const edit: Edit = { key, at: now, by: asker.person?._id ?? asker.identity, field, was, to: value }
  if (await store.activities.edit(code, edit)) return said(activity, edit, context)
  const fresh = await store.activities.find(code)
  if (field === 'places' && fresh && Number(value) < fresh.taken)
    return { text: texts.edit.tooFew({ code, taken: fresh.taken, places: Number(value) }) }
  return { text: texts.edit.changedMeanwhile({ code }) }
}

async function said(activity: Activity, edit: Edit, context: Context): Promise<Reply> {
  const { texts, asker } = context
  const { field } = edit
  const code = activity._id
  const name = texts.edit.fields[field]
  const values = { code, field: name, was: edit.was, to: edit.to ?? '' }
  const people = toldOf.includes(field) ? await concerned(code, context) : []
  const ids = people.map(({ person }) => person)
  const speakers = toldOf.includes(field) ? groupSpeakers(activity, ids) : []
  const notices = [...ids, ...speakers]
    .filter((person) => person !== asker.person?._id)
    .map((person): Notice => ({
      person,
      say: (reader) => told(activity, edit, { ...context, ...reader }),
    }))
  const offers = field === 'places' && Number(edit.to) > Number(edit.was) && activity.waiting.length > 0
  const parts = [
    texts.edit.done(values),
    notices.length > 0 ? texts.edit.telling({ count: notices.length }) : '',
    offers ? texts.edit.offering : '',
  ]
  return {
    text: parts.filter((part) => part !== '').join(texts.list.gap),
    ...(notices.length > 0 && { notices }),
  }
}

function told(activity: Activity, { field, was, to }: Edit, context: Context): Said {
  const { texts } = context
  const what = activityLine(activity, context)
  return { text: texts.edit.told({ code: activity._id, field: texts.edit.fields[field], was, to, what }) }
}
