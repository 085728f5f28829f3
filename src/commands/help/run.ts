import type { Role } from '../../domain/roles.ts'
import { holds } from '../../domain/roles.ts'
import type { Reply } from '../../chat/reply.ts'
import type { Command, Context, Run } from '../command.ts'
import { helpLine } from '../help-line.ts'

export type HelpArgs = { topic?: string | undefined }

/** Who a command is for, in the order of the lines. */
const audiences = ['anyone', 'registered', 'volunteer', 'leader', 'socialWorker', 'admin'] as const

const mostButtons = 6

/**
 * What this person may say here: one line for each kind of user, one example for each command, and how one of them
 * works. The list is given lazily since help stands in it.
 */
export const createHelp =
  (list: () => readonly Command[]): Run<HelpArgs> =>
  async ({ topic }, context) => {
    const { texts } = context
    if (topic === undefined) return overview(list(), context)
    const meant = topic.trim().toLowerCase()
    const command = list().find(({ name, words }) =>
      [name, ...words['zh-CN'], ...words.en].some((word) => word.toLowerCase() === meant),
    )
    if (command) return explain(command, context)
    const all = await overview(list(), context)
    return { ...all, text: `${texts.help.unknown({ topic })}\n${all.text}` }
  }

async function overview(list: readonly Command[], context: Context): Promise<Reply> {
  const { texts } = context
  const claimed = (await context.store.marks.find('first-admin')) !== null
  const usable = list.filter((command) => isForMe(command, context, claimed))
  const lines = audiences.flatMap((audience) => {
    const examples = usable
      .filter(({ needs }) => needs === audience)
      .map((command) => helpLine(command, context).example)
    return examples.length > 0
      ? [texts.help.line({ group: texts.help.groups[audience], examples: examples.join(texts.help.between) })]
      : []
  })
  return { text: [...lines, texts.help.more].join('\n'), quickReplies: buttons(usable, context) }
}

/** Whether somebody can use a command here and now; what has served its purpose is not shown. */
function isForMe({ name, needs, where }: Command, { asker, place }: Context, claimed: boolean): boolean {
  if (name === 'claim' && claimed) return false
  if (name === 'register' && asker.person?.consent) return false
  if (name === 'start' && !asker.person?.optedOut) return false
  if (where === 'direct' && place.kind === 'room') return false
  if (where === 'room' && place.kind === 'direct') return false
  if (needs === 'anyone') return true
  return asker.person !== undefined && (needs === 'registered' || holds(asker.grants, needs))
}

/** Examples that can be said as they stand: those that are a word of the command alone. */
function buttons(usable: readonly Command[], context: Context): string[] {
  return usable
    .filter(({ name }) => name !== 'help' && name !== 'stop')
    .map((command) => ({ command, example: helpLine(command, context).example }))
    .filter(({ command, example }) => command.words[context.locale].includes(example))
    .map(({ example }) => example)
    .slice(0, mostButtons)
}

function explain(command: Command, context: Context): Reply {
  const { texts, asker } = context
  const { needs, where, words } = command
  const { example, does } = helpLine(command, context)
  const others = [...new Set([...words['zh-CN'], ...words.en])].filter((word) => !example.startsWith(word))
  const role = isRole(needs) && !holds(asker.grants, needs) ? needs : undefined
  return {
    text: [
      texts.help.one({ example, does }),
      ...(others.length > 0 ? [texts.help.alsoSaid({ words: others.join(texts.help.between) })] : []),
      ...(where === 'room' ? [texts.help.inRoom] : where === 'direct' ? [texts.help.inDirect] : []),
      ...(role ? [texts.help.doneBy({ role: texts.common.doers[role] })] : []),
    ].join('\n'),
  }
}

const isRole = (needs: Command['needs']): needs is Role => needs !== 'anyone' && needs !== 'registered'
