import type { Reply } from '../../chat/reply.ts'
import { placeStates } from '../../domain/signup-states.ts'
import type { Prompt } from '../../store/prompts.ts'
import { actorOf } from '../actor.ts'
import type { Context } from '../command.ts'
import { sayOutcome } from '../signup/say-outcome.ts'
import { signUp } from '../signup/sign-up.ts'

/** The answer to a call: `yes` signs up as 报名 does, `no` is noted, so that they are not called to it again. */
export async function answerCall(prompt: Prompt, answer: 'yes' | 'no', context: Context): Promise<Reply> {
  const { store, texts, asker, key } = context
  const { activity: code } = prompt
  const { person } = asker
  if (!person) return { text: texts.common.notRegistered }
  if (answer === 'yes') {
    const outcome = await signUp({ code, person, by: actorOf(context), key }, context)
    await store.prompts.note(prompt, key, 'yes')
    return { text: sayOutcome(outcome, undefined, context).text, quickReplies: [texts.shifts.command] }
  }
  const row = await store.signups.find(code, person._id)
  if (row && ['waiting', ...placeStates].includes(row.state)) return { text: texts.call.signedUp({ code }) }
  await store.prompts.note(prompt, key, 'no')
  return { text: texts.call.declined({ code }) }
}
