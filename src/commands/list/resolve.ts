import type { z } from 'zod'
import { startOfDay } from '../../domain/time/local-date.ts'
import { formatDay } from '../../locale/format.ts'
import type { Resolve } from '../command.ts'
import type { listGrammar } from './grammar.ts'

/** `周六有活动吗`: the day that was meant is said with its date. */
export const resolveList: Resolve<z.infer<typeof listGrammar.shape>> = async (args, context) => {
  const { from, to } = args
  if (!from || from !== to) return undefined
  const day = formatDay(startOfDay(from, context.zone), context)
  return { args, said: `${context.texts.list.all} ${day}` }
}
