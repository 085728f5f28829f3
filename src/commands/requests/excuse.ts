import type { Notice } from '../../chat/reply.ts'
import type { Request } from '../../store/requests.ts'
import { activityLine } from '../activity-line.ts'
import type { Context } from '../command.ts'
import { markAbsence } from '../mark-absence.ts'
import type { Kind } from './kind.ts'

/** 请假 from an activity: its leader agrees, and the cancellation or absence is excused. */
export const excuse: Kind = {
  line: ({ by, args, reason = '' }, asked, texts) =>
    texts.requestExcuse.request({
      who: `${asked?.name ?? ''} ${by}`.trim(),
      code: args.activity ?? '',
      title: args.title ?? '',
      reason,
    }),

  async agree(request, context) {
    const { store, texts, key } = context
    const { activity: code = '', row: asked } = request.args
    const [row, person] = await Promise.all([
      store.signups.find(code, request.by),
      store.people.find(request.by),
    ])
    if (!row || !person) return { text: texts.requests.settled({ request: request._id }) }
    const who = person.name
    const mine = row.steps.some((step) => step.key === `${key}/${person._id}`)
    // Signed up again, or excused by somebody else: what was asked about is not there any more.
    if (!mine && row.key !== asked)
      return { text: texts.noShow.unchanged({ who, code, state: texts.noShow.states[row.state] }) }
    const outcome = await markAbsence({ person, row }, 'excuse', context)
    if (outcome !== 'done')
      return { text: texts.noShow.unchanged({ who, code, state: texts.noShow.states[outcome] }) }
    return {
      text: texts.requestExcuse.agreed({ who, code }),
      notices: await told(request, context, (what, reader) => reader.requestExcuse.granted({ what })),
    }
  },

  async refuse(request, context) {
    const { activity: code = '' } = request.args
    const reason = request.answer?.reason
    return {
      text: context.texts.requestExcuse.refused({ who: request.by, code }),
      notices: await told(request, context, (what, reader) =>
        reader.requestExcuse.notGranted({ what, reason }),
      ),
    }
  },
}

async function told(
  request: Request,
  context: Context,
  say: (what: string, texts: Context['texts']) => string,
): Promise<Notice[]> {
  const activity = await context.activity(request.args.activity ?? '')
  if (!activity) return []
  return [
    {
      person: request.by,
      say: ({ texts }) => ({ text: say(activityLine(activity, { ...context, texts }), texts) }),
    },
  ]
}
