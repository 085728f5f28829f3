import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { Edit } from '../../store/activity.ts'
import type { Run } from '../command.ts'
import type { CloseArgs } from './grammar.ts'

/**
 * 结项: people served, entered by the social worker once the activity is over (domain.md, "Statistics"). A number that
 * is there already is said back and only replaced after 是.
 */
export const runClose: Run<CloseArgs> = async (args, context) => {
  const { store, texts, key, now, asker } = context
  const { code, served } = args
  if (code === undefined) return { text: texts.close.which, question: { field: 'code', args } }
  const activity = await context.activity(code)
  if (!activity) return { text: texts.common.noActivity({ code }) }
  const mine = activity.edits?.find((edit) => edit.key === key)
  const done = (to: number, was: number | undefined): Reply => ({
    text: texts.close.done({ code, served: to, was }),
  })
  if (mine) return done(Number(mine.to), mine.was === undefined ? undefined : Number(mine.was))
  if (!may(asker.grants, 'socialWorker', activity))
    return { text: texts.close.notYours({ code, team: activity.team ?? activity.station }) }
  if (activity.state === 'cancelled') return { text: texts.manage.calledOff({ code }) }
  if (activity.end > now) return { text: texts.close.notOver({ code }) }
  if (args.confirm === false) return { text: texts.common.nothingDone }
  if (served === undefined)
    return { text: texts.close.askServed({ code }), question: { field: 'served', args } }
  const was = activity.served
  if (was === served) return { text: texts.close.same({ code, served }) }
  if (was !== undefined && !args.confirm)
    return {
      text: texts.close.check({ code, was, served }),
      quickReplies: [texts.common.yes, texts.common.no],
      question: { field: 'confirm', args: { code, served, was } },
    }
  if (was !== args.was) return { text: texts.edit.changedMeanwhile({ code }) }
  const by = asker.person?._id ?? asker.identity
  const edit: Edit = { key, at: now, by, field: 'served', was, to: served }
  return (await store.activities.close(code, edit))
    ? done(served, was)
    : { text: texts.edit.changedMeanwhile({ code }) }
}
