import type { Reply } from '../chat/reply.ts'
import { authorise } from './authorise.ts'
import type { DecideInput, Decision } from './decide.ts'
import { helpLine } from './help-line.ts'

/** The field of a question that was made of a suggestion: its answer runs the command as suggested. */
export const suggested = '$suggested'

/** Asks whether the sender means what their words are near to; undefined when that is nothing they may do. */
export async function suggest(input: DecideInput): Promise<Decision | undefined> {
  const { message, commands, context } = input
  const { suggestion } = message.parsed
  const command = suggestion && commands.get(suggestion.action.command)
  if (!suggestion || !command) return tellEither(input)
  if (authorise(command, context, message.trusted, suggestion.action.args)) return undefined
  const found = await command.resolve?.(suggestion.action.args, context)
  // A command word with a slip in it is no ordinary talk.
  const resolved = found === 'nothing' && suggestion.reason === 'typo' ? undefined : found
  if (resolved === 'nothing') return undefined
  if (resolved && 'instead' in resolved) return { outcome: 'suggestion', reply: { text: resolved.instead } }
  const { said, args } = resolved ?? { said: suggestion.said, args: suggestion.action.args }
  const reply: Reply = {
    text: context.texts.common.didYouMean({ what: said }),
    quickReplies: [context.texts.common.yes],
    question: { field: suggested, args },
  }
  return { outcome: 'suggestion', reply, asked: { command: command.name, reply } }
}

/** How those are said of which one may be meant and the sender may use. Nothing is open then, so no yes can do one. */
function tellEither({ message, commands, context }: DecideInput): Decision | undefined {
  const { either = [] } = message.parsed
  const usable = either
    .flatMap((name) => commands.get(name) ?? [])
    .filter((command) => !authorise(command, context, message.trusted))
  if (usable.length === 0) return undefined
  const lines = usable.map((command) => helpLine(command, context))
  const quickReplies = usable.flatMap(({ words }) => words[context.locale][0] ?? [])
  return { outcome: 'suggestion', reply: { text: context.texts.common.either({ lines }), quickReplies } }
}

/** Who may do what an everyday sentence asks for, when its sender may not; a slip of the pen proves too little. */
export function refuseSuggestion({ message, commands, context }: DecideInput): Decision | undefined {
  const { suggestion } = message.parsed
  const command = suggestion?.reason === 'phrase' && commands.get(suggestion.action.command)
  const reply = command ? authorise(command, context, message.trusted) : undefined
  return reply && { outcome: 'suggestion', reply }
}
