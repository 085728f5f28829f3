import type { InboundMessage } from '../chat/message.ts'
import type { ClockTime } from '../domain/time/take-clock.ts'
import type { Reply } from '../chat/reply.ts'
import { type PromptSaid, readPromptAnswer, readUntil, readYesNo } from './answers.ts'
import type { Context } from './command.ts'
import { promptAnswers } from './prompts.ts'

/** What an answer to a standing prompt led to; `asks` names the command whose question it asks now. */
export type Prompted = { outcome: string; reply: Reply; asks?: string | undefined }

type Said = PromptSaid | { time: ClockTime; code?: string }

/** Takes a direct message as the answer to what this person was asked; with several open, asks which is meant. */
export async function answerPrompt(message: InboundMessage, context: Context): Promise<Prompted | undefined> {
  const { asker, store, texts } = context
  if (!asker.person || message.room) return undefined
  const everyday = readPromptAnswer(message.text)
  const said = everyday ?? readProper(message.text)
  if (!said) return undefined
  const open = await store.prompts.open(asker.person._id, context.now, message.key)
  const meant = open
    .filter(({ activity }) => said.code === undefined || activity === said.code)
    .filter(({ kind }) => everyday !== undefined || promptAnswers[kind].time)
  const [prompt, other] = meant
  if (!prompt) return undefined
  if (other) {
    const options = meant.map(({ activity }) => `1 ${activity}`).join('、')
    return { outcome: 'prompt?', reply: { text: texts.common.whichPrompt({ options }) } }
  }
  const { answer, time, asks } = promptAnswers[prompt.kind]
  const reply =
    'time' in said && time
      ? await time(prompt, said.time, context)
      : await answer(prompt, 'answer' in said ? said.answer : 'yes', context)
  return { outcome: `prompt:${prompt.kind}`, reply, asks }
}

/** Answers to questions proper only: yes and no in every form, and a clock time. */
function readProper(text: string): Said | undefined {
  const yes = readYesNo(text)
  if (yes !== undefined) return { answer: yes ? 'yes' : 'no' }
  const time = readUntil(text)
  return time && { time }
}
