import type { InboundMessage } from '../chat/message.ts'
import type { Reader } from '../chat/reply.ts'
import type { Context } from './command.ts'
import type { Decision } from './decide.ts'

/**
 * Somebody may be in danger: a fixed answer at once, and a notice to the social workers of the room's team, or to
 * all of them when there is none. Opt-outs and quiet hours do not hold it back.
 */
export async function answerUrgent(
  message: InboundMessage,
  { store, texts, place, asker }: Context,
): Promise<Decision> {
  const staff = await store.people.withRole('socialWorker')
  const team = place.kind === 'room' ? place.team : undefined
  const near = staff.filter(({ grants }) =>
    grants.some(({ scope }) => scope.kind === 'team' && scope.name === team),
  )
  const told = near.length > 0 ? near : staff.length > 0 ? staff : await store.people.withRole('admin')
  const who = asker.person ? `${asker.person.name}（${asker.person._id}）` : asker.name || message.sender.id
  const say = (reader: Reader) => {
    const where = place.kind === 'room' ? place.name : reader.texts.common.direct
    return { text: reader.texts.common.urgentNotice({ who, where }) }
  }
  return {
    outcome: 'urgent',
    reply: {
      text: texts.common.urgent,
      notices: told.map(({ _id }) => ({ person: _id, say })),
    },
  }
}
