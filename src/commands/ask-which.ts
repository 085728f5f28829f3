import type { Reply } from '../chat/reply.ts'
import type { Context } from './command.ts'
import type { Question } from './grammar.ts'
import { inPrivate } from './in-private.ts'
import { readPersonName } from './parse/person-name.ts'
import { withoutThanks } from './parse/take.ts'

/**
 * Says why a name means nobody, or asks which of several namesakes; their number alone is an answer. In a room names
 * and numbers go to the asker alone and nothing is asked. `numbers` is missing when the sentence is about no name.
 */
export function askWhich(
  { problem, numbers }: { problem: string; numbers?: readonly string[] },
  args: Record<string, unknown>,
  context: Context,
): Reply {
  if (!numbers) return { text: problem }
  if (numbers.length === 0 || context.place.kind === 'room') return inPrivate(problem, context)
  return { text: problem, quickReplies: [...numbers], question: { field: 'who', args } }
}

/** A volunteer number that is all of a text. */
export const readNumber = (text: string): string | undefined =>
  /^v\d{1,9}$/i.test(text) ? text.toUpperCase() : undefined

/** The answer to it: a volunteer number. */
export const numberQuestion: Question<{ who?: string | undefined }> = {
  read(text) {
    const who = readNumber(text)
    return who ? { who } : undefined
  },
}

/** The answer to who is meant: a name or a volunteer number. */
export const personQuestion: Question<{ who?: string | undefined }> = {
  free: true,
  read(text) {
    const who = readPersonName(withoutThanks(text))
    return who ? { who } : undefined
  },
}
