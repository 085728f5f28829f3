import type { Reply } from '../../chat/reply.ts'
import type { Person } from '../../store/people.ts'
import { answerOpenPrompt } from '../answer-prompt.ts'
import { askWhich } from '../ask-which.ts'
import type { Context, Run } from '../command.ts'
import { actingFor } from './acting-for.ts'
import type { ForArgs } from './grammar.ts'
import { innerCommand } from './inner.ts'

/** 代: a guardian says for a child what the child could say; the answer, and what it asks, comes back to the guardian. */
export const runFor: Run<ForArgs> = async (args, context) => {
  const { texts, asker, store, rules, key } = context
  const wards = asker.person ? await store.people.wardsOf(asker.person._id, key) : []
  if (wards.length === 0) return { text: texts.for.nobody({ age: rules.consentAge }) }
  const meant = wards.filter(({ _id, name }) => !args.who || [_id, name].includes(args.who))
  const [child, ...others] = meant
  if (!child) return { text: texts.for.notYours({ who: args.who ?? '', names: namesOf(wards, context) }) }
  if (others.length > 0) {
    const numbers = meant.map(({ _id }) => _id)
    return askWhich(
      { problem: texts.for.which({ names: namesOf(meant, context) }), numbers },
      { ...args },
      context,
    )
  }
  const own = actingFor(child, context)
  if (args.answer) {
    const done = await answerOpenPrompt(args.answer, [child], own)
    return about(
      child,
      done?.reply ?? { text: texts.for.nothingAsked },
      { who: child._id, command: done?.asks },
      context,
    )
  }
  const inner = innerCommand(args.command ?? '')
  if (!inner) return { text: texts.for.what({ name: child.name }) }
  const reply = await inner.run(args.args ?? {}, own)
  return about(child, reply, { who: child._id, command: inner.name }, context)
}

/** The answer with the child's name before it; what it asks is asked for the child. */
function about(
  child: Person,
  reply: Reply,
  asked: Pick<ForArgs, 'who' | 'command'>,
  { texts }: Context,
): Reply {
  const { question } = reply
  return {
    ...reply,
    // Run again after a crash, the name is gone already.
    text: child.closed ? reply.text : texts.common.about({ name: child.name, text: reply.text }),
    ...(question && { question: { field: 'inner', args: { ...asked, ...question } } }),
  }
}

const namesOf = (people: readonly Person[], { texts }: Context): string =>
  people.map(({ _id, name }) => `${name} ${_id}`).join(texts.team.between)
