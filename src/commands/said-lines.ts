import type { Reply } from '../chat/reply.ts'
import type { Context } from './command.ts'

const join = (lines: readonly { text: string }[]) => lines.map(({ text }) => text).join('\n')

/** One line for each code of a message. In a room personal ones go to the asker alone, with a word that they did. */
export function saidLines(
  lines: readonly { text: string; personal: boolean }[],
  { place, texts }: Pick<Context, 'place' | 'texts'>,
): Pick<Reply, 'text' | 'private'> {
  const hidden = place.kind === 'room' ? lines.filter(({ personal }) => personal) : []
  if (hidden.length === 0) return { text: join(lines) }
  const open = lines.filter((line) => !hidden.includes(line))
  return { text: join([...open, { text: texts.common.sentPrivately }]), private: join(hidden) }
}
