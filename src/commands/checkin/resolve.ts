import type { z } from 'zod'
import type { Resolve } from '../command.ts'
import type { checkinGrammar } from './grammar.ts'
import { openNow } from './open-now.ts'

/** Who says 我到了 means the one thing of theirs that is on; with none or several it is ordinary talk. */
export const resolveCheckin: Resolve<z.infer<typeof checkinGrammar.shape>> = async (args, context) => {
  const { person } = context.asker
  const open = person ? await openNow(person, context) : []
  const meant = open.filter(({ _id }) => args.code === undefined || _id === args.code)
  const [only, ...others] = meant
  if (!only || others.length > 0) return 'nothing'
  const { _id: code, title } = only
  return { args: { code }, said: context.texts.checkin.one({ code, title }) }
}
