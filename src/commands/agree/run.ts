import type { z } from 'zod'
import type { Run } from '../command.ts'
import { answerRequest } from '../requests/answer-request.ts'
import { agreeToHours } from './agree-to-hours.ts'
import type { agreeGrammar } from './grammar.ts'

/** 同意: a request by its number, or hours above what one social worker verifies. */
export const runAgree: Run<z.infer<(typeof agreeGrammar)['shape']>> = async ({ code }, context) => {
  const { texts } = context
  if (!code) return { text: texts.requests.which, quickReplies: [texts.requests.list] }
  return code.startsWith('H')
    ? agreeToHours(code, context)
    : answerRequest({ id: code, to: 'agreed' }, context)
}
