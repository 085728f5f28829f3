import type { Reply } from '../chat/reply.ts'
import type { Context } from './command.ts'

/** Personal details: in a room one line stands for them and they go to the asker alone. */
export function inPrivate(
  details: string,
  { place, texts }: Pick<Context, 'place' | 'texts'>,
  line: string = texts.common.sentPrivately,
): Pick<Reply, 'text' | 'private'> {
  return place.kind === 'room' ? { text: line, private: details } : { text: details }
}
