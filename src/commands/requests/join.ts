import type { Notice } from '../../chat/reply.ts'
import type { Request } from '../../store/requests.ts'
import type { Kind } from './kind.ts'

/** 加入 a team: whoever leads it agrees. */
export const join: Kind = {
  line: ({ by, team = '' }, asked, texts) =>
    texts.join.request({ who: `${asked?.name ?? ''} ${by}`.trim(), team }),

  async agree(request, { store, texts, key, now, asker }) {
    const { by, team = '' } = request
    await store.people.grant(by, {
      role: 'volunteer',
      scope: { kind: 'team', name: team },
      by: asker.person?._id ?? asker.identity,
      at: now,
      key,
    })
    return { text: texts.join.agreed({ who: by, team }), notices: [told(request, true)] }
  },

  async refuse(request, { texts }) {
    const { by, team = '' } = request
    return { text: texts.join.refused({ who: by, team }), notices: [told(request, false)] }
  },
}

function told({ by, team = '', answer }: Request, agreed: boolean): Notice {
  const reason = answer?.reason
  return {
    person: by,
    say: ({ texts }) =>
      agreed
        ? { text: texts.join.welcome({ team }), quickReplies: [texts.join.list({ team })] }
        : { text: texts.join.notNow({ team, reason }) },
  }
}
