import type { Reply } from '../chat/reply.ts'
import type { Texts } from '../locale/index.ts'

/**
 * An answer where nobody can be written to in private: for the details, and what can be tapped below them, it says where
 * they can be asked for.
 */
export function onlyHere(reply: Reply, texts: Texts): Reply {
  const { private: details, quickReplies: _ofDetails, ...rest } = reply
  if (!details) return reply
  const lines = reply.text.split('\n').filter((line) => line !== texts.common.sentPrivately)
  return { ...rest, text: [...lines, texts.common.askInDirect].join('\n') }
}
