import type { InboundMessage } from '../chat/message.ts'
import type { ClockTime } from '../domain/time/take-clock.ts'
import type { Reply } from '../chat/reply.ts'
import type { Person } from '../store/people.ts'
import type { Prompt } from '../store/prompts.ts'
import { type PromptSaid, readPromptAnswer, readUntil, readYesNo } from './answers.ts'
import type { Context } from './command.ts'
import { actingFor } from './for/acting-for.ts'
import { latestCall } from './latest-call.ts'
import { promptAnswers } from './prompts.ts'

/** What an answer to a standing prompt led to; `asks` names the command whose question it asks now. */
export type Prompted = { outcome: string; reply: Reply; asks?: string | undefined }

type Said = PromptSaid | { time: ClockTime; code?: string | undefined }

/**
 * Takes a direct message as the answer to what this person was asked, or a child they act for; with several open, asks
 * which is meant.
 */
export async function answerPrompt(message: InboundMessage, context: Context): Promise<Prompted | undefined> {
  const { asker, store } = context
  if (!asker.person || message.room) return undefined
  const everyday = readPromptAnswer(message.text)
  const said = everyday ?? readProper(message.text)
  if (!said) return undefined
  const wards = await store.people.wardsOf(asker.person._id)
  return answerOpenPrompt(said, [asker.person, ...wards], context, everyday === undefined)
}

/** Takes the answer of the first of some people whom it can be meant for; the asker's own prompts go before a child's. */
export async function answerOpenPrompt(
  said: Said,
  people: readonly Person[],
  context: Context,
  proper = false,
): Promise<Prompted | undefined> {
  const { store, texts, now, key, asker } = context
  const open = await store.prompts.open(
    people.map(({ _id }) => _id),
    now,
    key,
  )
  const isOwn = ({ person }: Prompt) => person === asker.person?._id
  const asked = open
    .filter(({ activity }) => said.code === undefined || activity === said.code)
    .filter(({ kind }) => !proper || promptAnswers[kind].time)
  const called = proper || 'time' in said ? undefined : await latestCall(said.code, context)
  const fitting = [...asked, ...(called && isMeant(called, asked) ? [called.prompt] : [])]
    .filter(({ person }) => people.some(({ _id }) => _id === person))
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
  // With a code one's own is meant; a child's is answered by 代.
  const own = said.code === undefined ? [] : fitting.filter(isOwn)
  const meant = own.length > 0 ? own : fitting
  const [prompt, other] = meant
  if (!prompt) return undefined
  const childOf = (one: Prompt) => (isOwn(one) ? undefined : people.find(({ _id }) => _id === one.person))
  if (other) {
    const options = meant.map((one) =>
      texts.common.promptOption({ code: one.activity, name: childOf(one)?.name }),
    )
    return { outcome: 'prompt?', reply: { text: texts.common.whichPrompt({ options: options.join('、') }) } }
  }
  const child = childOf(prompt)
  const { reply, asks } = await answerOne(prompt, said, child ? actingFor(child, context) : context)
  const outcome = `prompt:${prompt.kind}`
  if (!child) return { outcome, reply, asks }
  const text = texts.common.about({ name: child.name, text: reply.text })
  const question = reply.question && {
    field: 'inner',
    args: { who: child._id, command: asks, ...reply.question },
  }
  return { outcome, reply: { ...reply, text, ...(question && { question }) }, asks: asks && 'for' }
}

/** A call is answered when nothing else is asked; beside something else only while it has no answer. */
function isMeant(
  { prompt, settled }: { prompt: Prompt; settled: boolean },
  asked: readonly Prompt[],
): boolean {
  return asked.length === 0 || (!settled && asked.every(({ activity }) => activity !== prompt.activity))
}

async function answerOne(prompt: Prompt, said: Said, context: Context) {
  const { answer, time, asks } = promptAnswers[prompt.kind]
  const reply =
    'time' in said && time
      ? await time(prompt, said.time, context)
      : await answer(prompt, 'answer' in said ? said.answer : 'yes', context)
  return { reply, asks }
}

/** Answers to questions proper only: yes and no in every form, and a clock time. */
function readProper(text: string): Said | undefined {
  const yes = readYesNo(text)
  if (yes !== undefined) return { answer: yes ? 'yes' : 'no' }
  const time = readUntil(text)
  return time && { time }
}
