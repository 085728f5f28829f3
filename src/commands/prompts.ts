import type { Reply } from '../chat/reply.ts'
import type { Prompt, PromptKind } from '../store/prompts.ts'
import type { Context } from './command.ts'
import { answerOffer } from './offer.ts'
import { answerReminder } from './reminder.ts'

/** Every kind of standing prompt and what its answer does. A new one is a kind in the store and a line here. */
export const promptAnswers: Record<
  PromptKind,
  (prompt: Prompt, answer: 'yes' | 'no', context: Context) => Promise<Reply>
> = {
  offer: answerOffer,
  reminder: answerReminder,
  checkout: answerReminder,
}
