import type { Action, InboundMessage } from '../chat/message.ts'
import type { Draft } from '../chat/outgoing.ts'
import type { Reply } from '../chat/reply.ts'
import type { MessageContext } from '../store/context.ts'
import type { Question } from '../store/questions.ts'
import { answerPrompt } from './answer-prompt.ts'
import { isDrop, readYesNo } from './answers.ts'
import { authorise } from './authorise.ts'
import type { Command, Context } from './command.ts'
import { keepAudit } from './keep-audit.ts'
import { explainUse } from './explain-use.ts'
import { insist } from './insist.ts'
import { refuseSuggestion, suggest, suggested } from './suggest.ts'

/** What a message led to. `outcome` names it for the inbox: a command, or why nothing was done. */
export type Decision = {
  outcome: string
  reply?: Reply
  /** What an earlier run of this message told others, when it got that far. */
  told?: Draft[]
  asked?: { command: string; reply: Reply }
}

export type DecideInput = {
  message: InboundMessage
  found: MessageContext
  question: Question | undefined
  commands: ReadonlyMap<string, Command>
  context: Context
}

/**
 * The order in which a message is understood (commands.md, "Precedence"): stop words, the open question when this can
 * be its answer, commands that fit wholly, standing prompts, a suggestion, how the command is said that it begins with,
 * the open question once more, who may do what was suggested, the hint.
 */
export async function decide(input: DecideInput): Promise<Decision> {
  const { message, context } = input
  const { actions } = message.parsed
  const stop = actions.find(({ command }) => command === 'stop')
  if (stop) return runAll(input, [stop])
  const answered = await answerQuestion(input)
  if (answered) return answered
  if (actions.length > 0) return runAll(input, actions)
  const prompted = await answerPrompt(message, context)
  if (prompted) {
    const { outcome, reply, asks } = prompted
    return { outcome, reply, ...(reply.question && asks && { asked: { command: asks, reply } }) }
  }
  if (message.room && !message.mentionsBot) return { outcome: 'chatter' }
  return (
    (await suggest(input)) ??
    explain(input) ??
    (await stillAsked(input)) ??
    (await shownAgain(input)) ??
    refuseSuggestion(input) ??
    hint(message, context)
  )
}

async function answerQuestion(input: DecideInput): Promise<Decision | undefined> {
  const { message, question, commands, context } = input
  if (!question || question.room !== (message.room?.id ?? null)) return undefined
  // A sticker or a picture comes without words and answers nothing.
  if (message.text === '') return undefined
  // This message asked it: an earlier run got this far, and its words stand.
  if (question.askedBy === message.key)
    return {
      outcome: `${question.command}?`,
      reply: question.said as Reply,
      told: question.told as Draft[],
    }
  if (!isOpen(question, message)) return undefined

  const take = () => context.store.questions.answer(question, message.key)
  const command = commands.get(question.command)
  const reader = command?.questions?.[question.field]
  // What is only offered keeps nobody: 取消 then means what it always means.
  if (isDrop(message.text) && !reader?.optional)
    return (await take()) ? { outcome: 'dropped', reply: { text: context.texts.common.dropped } } : undefined
  if (!command) return undefined
  if (question.field === suggested) {
    const yes = readYesNo(message.text)
    if (yes === undefined || !(await take())) return undefined
    if (!yes) return { outcome: 'dropped', reply: { text: context.texts.common.nothingDone } }
    return runAll(input, [{ command: command.name, args: question.args }])
  }
  if (!reader || (reader.free && message.parsed.actions.length > 0 && !message.parsed.unsure))
    return undefined
  // A bare yes or no is nobody's name and no place, whatever the question.
  if (reader.free && readYesNo(message.text) !== undefined) return undefined
  const values = reader.read(message.text, context.reading, question.args)
  if (!values || !(await take())) return undefined
  return runAll(input, [{ command: command.name, args: { ...question.args, ...values } }])
}

/** Whether this message may answer: nobody did, and in time; or it did itself, in an earlier run. */
function isOpen({ answeredBy, expiresAt }: Question, message: InboundMessage): boolean {
  return answeredBy === message.key || (!answeredBy && message.acceptedAt < expiresAt.getTime())
}

/** Words that were no answer and nothing else either; an offer to see more or a suggestion is not insisted on. */
async function stillAsked({
  message,
  question,
  commands,
  context,
}: DecideInput): Promise<Decision | undefined> {
  if (!question || question.room !== (message.room?.id ?? null) || !isOpen(question, message))
    return undefined
  const reader = commands.get(question.command)?.questions?.[question.field]
  if (!reader || reader.optional) return undefined
  const take = () => context.store.questions.answer(question, message.key)
  const reply = await insist({ question, message, take }, context)
  return reply && { outcome: `${question.command}?`, reply }
}

/** A yes to what was shown too long ago: much may have changed, so that it is shown again before anything is done. */
async function shownAgain(input: DecideInput): Promise<Decision | undefined> {
  const { message, question, commands, context } = input
  if (!question || question.room !== (message.room?.id ?? null) || question.answeredBy) return undefined
  const command = commands.get(question.command)
  const reader = command?.questions?.[question.field]
  if (!command || !reader?.again || !reader.read(message.text, context.reading, question.args))
    return undefined
  if (readYesNo(message.text) !== true) return undefined
  const decision = await runAll(input, [{ command: command.name, args: question.args }])
  const { reply, asked } = decision
  if (!reply || !asked) return decision
  const said = { ...reply, text: `${context.texts.common.tooLate}\n${reply.text}` }
  return { ...decision, reply: said, asked: { ...asked, reply: said } }
}

function explain({ message, commands, context }: DecideInput): Decision | undefined {
  const reply = explainUse(message, commands.values(), context)
  return reply && { outcome: 'use', reply }
}

/** Runs commands in the order of their lines; each is an effect of its own, and their answers become one. */
async function runAll(
  { commands, context, message }: DecideInput,
  actions: readonly Action[],
): Promise<Decision> {
  const replies: { command: string; reply: Reply }[] = []
  for (const [i, action] of actions.entries()) {
    const command = commands.get(action.command)
    if (!command) continue
    const own = { ...context, key: actions.length > 1 ? `${context.key}/${i}` : context.key }
    const refusal = authorise(command, own, message.trusted, action.args)
    const reply = refusal ?? (await command.run(action.args, own))
    if (!refusal) await keepAudit({ command, args: action.args, reply }, own)
    replies.push({ command: command.name, reply })
  }
  const asking = replies.findLast(({ reply }) => reply.question !== undefined)
  return {
    outcome: replies.map(({ command }) => command).join(','),
    reply: joined(replies.map(({ reply }) => reply)),
    ...(asking && { asked: asking }),
  }
}

function joined(replies: readonly Reply[]): Reply {
  const [only, ...others] = replies
  if (only && others.length === 0) return only
  const notices = replies.flatMap((reply) => reply.notices ?? [])
  const details = replies.flatMap((reply) => reply.private ?? [])
  const last = replies.at(-1)
  return {
    text: replies.map(({ text }) => text).join('\n'),
    ...(details.length > 0 && { private: details.join('\n') }),
    ...(last?.quickReplies && { quickReplies: last.quickReplies }),
    ...(notices.length > 0 && { notices }),
  }
}

/** One polite hint in ten minutes; none for thanks and stickers, and for pictures in a direct chat only. */
async function hint(
  message: InboundMessage,
  { asker, now, place, store, texts }: Context,
): Promise<Decision> {
  // A picture or a voice arrives without a text: in a direct chat somebody waits for a word about it.
  const wordless = message.text === '' && place.kind === 'direct'
  if (!wordless && (message.parsed.quiet || message.text === '')) return { outcome: 'quiet' }
  const due = await store.identities.claimHint(asker.identity, { key: message.key, at: now })
  return due
    ? {
        outcome: 'hint',
        reply: {
          text: wordless ? texts.common.textOnly : texts.common.hint,
          quickReplies: [texts.common.help],
        },
      }
    : { outcome: 'quiet' }
}
