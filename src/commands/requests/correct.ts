import { formatMinutes } from '../../locale/format.ts'
import type { Notice, Reply } from '../../chat/reply.ts'
import type { Request } from '../../store/requests.ts'
import type { Context } from '../command.ts'
import { applyCorrection } from '../correct/apply-correction.ts'
import type { Kind } from './kind.ts'

const read = ({ args, reason }: Request) => ({
  entry: args.entry ?? '',
  minutes: Number(args.minutes),
  reason: reason ?? '',
})

/** 更正 by which a day passes 8 hours: a second social worker agrees, who is not the one whose hours they are. */
export const correct: Kind = {
  line(request, asked, texts) {
    const { entry, minutes, reason } = read(request)
    const is = formatMinutes(minutes, texts)
    return texts.correct.request({ who: asked?.name ?? request.by, entry, is, reason })
  },

  async agree(request, context) {
    const { store, texts } = context
    const { entry, minutes, reason } = read(request)
    const line = await store.hours.find(entry)
    if (!line) return { text: texts.reject.noEntry({ entry }) }
    const outcome = await applyCorrection(line, { minutes, reason, seconded: true }, context)
    if (outcome === 'overtaken') return { text: texts.correct.overtaken({ entry }) }
    if (outcome === 'full' || outcome === 'second') return { text: texts.correct.full({ entry }) }
    const withdrawn = await store.certificates.withdrawnBy(line.person, context.key)
    const numbers = withdrawn.map(({ _id }) => _id)
    return { ...outcome, notices: [...(outcome.notices ?? []), tell(request, { agreed: true, numbers })] }
  },

  async refuse(request, context) {
    return refused(request, context)
  },
}

function refused(request: Request, { texts }: Context): Reply {
  const { entry } = read(request)
  return { text: texts.correct.refused({ entry }), notices: [tell(request, { agreed: false, numbers: [] })] }
}

const tell = (request: Request, answer: { agreed: boolean; numbers: string[] }): Notice => ({
  person: request.by,
  say: ({ texts }) => ({
    text: texts.correct.answered({
      entry: read(request).entry,
      ...answer,
      reason: request.answer?.reason,
    }),
  }),
})
