import type { InboundMessage } from '../chat/message.ts'
import type { Reply } from '../chat/reply.ts'
import type { Question } from '../store/questions.ts'
import { readYesNo } from './answers.ts'
import type { Context } from './command.ts'

/** Fields that take one of a few words and nothing else: those words are said, not the whole preview once more. */
const choices = new Set(['confirm', 'consent'])

/** Lines of a question that are worth saying twice. */
const mostLines = 2

/**
 * What somebody is told whose words cannot be the answer to the open question: that it is still open and what it takes.
 * Nothing for thanks, stickers and pictures. A plain no closes it; whether the message may is asked of `take`.
 */
export async function insist(
  { question, message, take }: { question: Question; message: InboundMessage; take: () => Promise<boolean> },
  { texts }: Pick<Context, 'texts'>,
): Promise<Reply | undefined> {
  const said = readYesNo(message.text)
  if (message.text === '' || (message.parsed.quiet && said === undefined)) return undefined
  if (said === false) return (await take()) ? { text: texts.common.nothingDone } : undefined
  const { text, quickReplies = [] } = question.said as Reply
  const lines = text.split('\n')
  const asked = choices.has(question.field)
    ? texts.common.answerWith({ options: quickReplies })
    : lines.length > mostLines
      ? lines[0]
      : text
  return { text: `${texts.common.noAnswer}\n${asked}`, ...(quickReplies.length > 0 && { quickReplies }) }
}
