import type { Reply } from '../chat/reply.ts'
import { holds } from '../domain/roles.ts'
import type { Command, Context } from './command.ts'

/** What cannot be undone, or makes two chats one person, takes a channel that can prove who said it, though anybody may. */
const provesWho: ReadonlySet<string> = new Set(['claim', 'close-account', 'link', 'withdraw-consent'])

/**
 * Whether this person may use this command at all, here. Asked before a command runs and again when a question of
 * it is answered; the command itself then checks the scope. Of `代` the command it holds (`args.command`) counts as well.
 * Gives the refusal, which says who can do it.
 */
export function authorise(
  command: Pick<Command, 'name' | 'needs' | 'where'>,
  context: Context,
  trusted: boolean,
  args: Record<string, unknown> = {},
): Reply | undefined {
  const { asker, place, texts } = context
  const { needs, where } = command
  const names = [command.name, args['command']].filter((name) => typeof name === 'string')
  const privileged =
    names.some((name) => provesWho.has(name)) || (needs !== 'anyone' && needs !== 'registered')
  if (privileged && !trusted) return { text: texts.common.untrusted }
  if (where === 'direct' && place.kind === 'room') return { text: texts.common.directOnly }
  if (needs !== 'anyone' && !asker.person) return { text: notRegistered(needs, context) }
  if (needs !== 'anyone' && needs !== 'registered' && !holds(asker.grants, needs))
    return { text: texts.common.notAllowed({ role: texts.common.doers[needs] }) }
  if (where === 'room' && place.kind === 'direct') return { text: texts.common.roomOnly }
  return undefined
}

/** To whom registering would not open the way, that is not promised; in a room nobody is asked for a name. */
function notRegistered(needs: Exclude<Command['needs'], 'anyone'>, { place, texts }: Context): string {
  if (needs !== 'registered' && needs !== 'volunteer')
    return texts.common.notYetAllowed({ role: texts.common.doers[needs] })
  return place.kind === 'room' ? texts.common.notRegisteredHere : texts.common.notRegistered
}
