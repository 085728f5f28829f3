import type { Reply } from '../chat/reply.ts'
import type { ClockTime } from '../domain/time/take-clock.ts'
import type { Prompt, PromptKind } from '../store/prompts.ts'
import { answerCall } from './call/answer.ts'
import { answerCheckout, answerCheckoutTime } from './checkout/answer.ts'
import type { Context } from './command.ts'
import { answerOffer } from './offer.ts'
import { answerReminder } from './reminder.ts'

/** What the answer to a standing prompt does. */
type PromptAnswer = {
  answer: (prompt: Prompt, answer: 'yes' | 'no', context: Context) => Promise<Reply>
  /** It asks a question proper: 是 and a clock time answer it as well. */
  time?: (prompt: Prompt, time: ClockTime, context: Context) => Promise<Reply>
  /** The command whose question the answer may lead to. */
  asks?: string
}

/** Every kind of standing prompt and what its answer does. A new one is a kind in the store and a line here. */
export const promptAnswers: Record<PromptKind, PromptAnswer> = {
  call: { answer: answerCall },
  offer: { answer: answerOffer },
  reminder: { answer: answerReminder },
  checkout: { answer: answerCheckout, time: answerCheckoutTime, asks: 'log' },
}
