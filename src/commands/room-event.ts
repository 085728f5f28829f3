import type { InboundMessage } from '../chat/message.ts'
import type { Context } from './command.ts'
import type { Decision } from './decide.ts'

/** We were taken into a room, or put out of it: greet, or stop sending there. */
export async function answerRoomEvent(
  message: InboundMessage,
  { store, texts, place }: Context,
): Promise<Decision> {
  if (place.kind !== 'room') return { outcome: 'quiet' }
  if (message.kind === 'room.left') {
    await store.rooms.forget(place.key)
    return { outcome: 'room.left' }
  }
  return { outcome: 'room.joined', reply: { text: texts.common.roomJoined } }
}
