import type { InboundMessage } from '../chat/message.ts'
import type { Reply } from '../chat/reply.ts'
import { authorise } from './authorise.ts'
import type { Command, Context } from './command.ts'
import { helpLine } from './help-line.ts'

/** One sign is too little to tell a command by: 我今天不舒服 is not 我. */
const shortest = 2

/**
 * How to say the command that a message begins with but does not fit: `统计 火星` is told how 统计 is said, or who may
 * say it. The longest word wins. Nothing when the message begins with none.
 */
export function explainUse(
  message: Pick<InboundMessage, 'text' | 'trusted'>,
  commands: Iterable<Command>,
  context: Context,
): Reply | undefined {
  const said = message.text.toLowerCase().replace(/^[/!#]/, '')
  const [begun] = [...commands]
    .flatMap((command) => [...command.words['zh-CN'], ...command.words.en].map((word) => ({ command, word })))
    .filter(({ word }) => word.length >= shortest && begins(said, word.toLowerCase()))
    .toSorted((a, b) => b.word.length - a.word.length)
  if (!begun) return undefined
  const refusal = authorise(begun.command, context, message.trusted)
  return refusal ?? { text: context.texts.common.sayItSo(helpLine(begun.command, context)) }
}

/** `listen` does not begin with list. */
function begins(said: string, word: string): boolean {
  return said.startsWith(word) && !(/[a-z]$/.test(word) && /^[a-z]/.test(said.slice(word.length)))
}
