import type { z } from 'zod'
import type { Run } from '../command.ts'
import { asProse } from '../prose.ts'
import { runReject } from '../reject/run.ts'
import { answerRequest } from '../requests/answer-request.ts'
import type { disagreeGrammar } from './grammar.ts'

/** 不同意: with a reason, which whoever asked is told; hours that wait for a second word are refused as by 驳回. */
export const runDisagree: Run<z.infer<(typeof disagreeGrammar)['shape']>> = async (args, context) => {
  const { texts } = context
  const { code } = args
  if (!code) return { text: texts.requests.which, quickReplies: [texts.requests.list] }
  const reason = asProse(args.reason?.trim() ?? '')
  if (!reason)
    return { text: texts.requests.why({ request: code }), question: { field: 'reason', args: { code } } }
  return code.startsWith('H')
    ? runReject({ entry: code, reason }, context)
    : answerRequest({ id: code, to: 'refused', reason }, context)
}
