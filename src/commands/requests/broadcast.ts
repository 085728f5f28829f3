import type { Notice } from '../../chat/reply.ts'
import { beginBroadcast } from '../begin-broadcast.ts'
import { scheduleBroadcast } from '../schedule-broadcast.ts'
import { sayMoment } from '../schedule-args.ts'
import type { Kind } from './kind.ts'

/** Characters of what is to be said that fit a line of a list. */
const shown = 40

/**
 * A call or broadcast to more rooms than one social worker sends to alone. `args` holds its code, its audience in words
 * and whom it reaches; `reason` what it says. A second social worker's word lets it go, at its time or at once.
 */
export const broadcast: Kind = {
  line({ by, args: { broadcast: code = '', audience = '', rooms, people }, reason = '' }, asked, texts) {
    const text = reason.replace(/\s+/g, ' ')
    return texts.approval.request({
      who: asked?.name ?? by,
      code,
      audience,
      rooms: Number(rooms),
      people: Number(people),
      text: text.length > shown ? `${text.slice(0, shown)}…` : text,
    })
  },

  detail: ({ reason }) => reason,

  async agree(request, context) {
    const { store, texts, enqueue, asker, key, now } = context
    const code = request.args.broadcast ?? ''
    const approved = { by: asker.person?._id ?? asker.identity, at: now, key }
    if (!(await store.broadcasts.approve(code, approved))) return { text: texts.approval.gone({ code }) }
    const head = await store.broadcasts.find(code)
    const later = head?.dueAt && head.dueAt > now ? head.dueAt : undefined
    const notices: Notice[] = []
    if (head && later) await scheduleBroadcast(head, context)
    else if (head)
      await beginBroadcast(head, { ...context, enqueue, notify: async (told) => void notices.push(...told) })
    const begun = await store.broadcasts.find(code)
    if (begun?.state === 'dropped')
      return {
        text: texts.approval.notSent({ code, why: texts.schedule.why[begun.dropped ?? 'over'] }),
        notices,
      }
    const when = (reader: typeof context.texts) => later && sayMoment(later, { ...context, texts: reader })
    return {
      text: texts.approval.agreed({ code, when: when(texts) }),
      notices: [
        {
          person: request.by,
          say: (reader) => ({
            text: reader.texts.approval.granted({ code, when: when(reader.texts) }),
            quickReplies: [reader.texts.audience.seeStatus({ code })],
          }),
        },
      ],
    }
  },

  async refuse(request, { store, texts }) {
    const code = request.args.broadcast ?? ''
    const reason = request.answer?.reason
    if (!(await store.broadcasts.drop(code, 'refused'))) return { text: texts.approval.gone({ code }) }
    return {
      text: texts.approval.refused({ code }),
      notices: [
        {
          person: request.by,
          say: (reader) => ({ text: reader.texts.approval.notGranted({ code, reason }) }),
        },
      ],
    }
  },
}
