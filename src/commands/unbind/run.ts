import type { z } from 'zod'
import { may } from '../../domain/roles.ts'
import type { Run } from '../command.ts'
import { teamPlace } from '../team-place.ts'
import type { unbindGrammar } from './grammar.ts'

export type UnbindArgs = z.infer<(typeof unbindGrammar)['shape']>

/** Takes a room's team away, after 是: calls no longer come here. Takes the word of a social worker of that team. */
export const runUnbind: Run<UnbindArgs> = async (args, context) => {
  const { store, texts, key, now, asker, place } = context
  if (place.kind === 'direct') return { text: texts.common.roomOnly }
  const room = await store.rooms.find(place.key)
  if (room?.key === key) return { text: texts.unbind.done }
  const team = room?.team
  if (!team || (args.team !== undefined && args.team !== team))
    return { text: texts.unbind.notBound({ team }) }
  const bound = await store.teams.known(team)
  if (!may(asker.grants, 'socialWorker', bound ? teamPlace(bound) : { team }))
    return { text: texts.bind.boundTo({ team }) }
  if (args.confirm === false) return { text: texts.common.nothingDone }
  if (!args.confirm)
    return {
      text: texts.unbind.check({ team }),
      quickReplies: [texts.common.yes, texts.common.no],
      question: { field: 'confirm', args: { team } },
    }
  const boundBy = asker.person?._id ?? asker.identity
  await store.rooms.unbind(place.key, { boundBy, boundAt: now, key })
  return { text: texts.unbind.done }
}
