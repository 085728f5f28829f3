import type { z } from 'zod'
import { formatMinutes } from '../../locale/format.ts'
import type { Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import type { hoursGrammar } from './grammar.ts'

export type HoursArgs = z.infer<(typeof hoursGrammar)['shape']>

/** One's own minutes: verified, waiting, refused. In a room they go to the asker alone. */
export const runHours: Run<HoursArgs> = async ({ period }, context) => {
  const { store, texts } = context
  const { person } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const sums = await store.hours.totals(person._id, period)
  const time = (minutes: number | undefined) => formatMinutes(minutes ?? 0, texts)
  return inPrivate(
    texts.hours.totals({
      period: period?.name ?? texts.hours.ever,
      verified: time(sums.verified),
      pending: time((sums.pending ?? 0) + (sums.seconding ?? 0)),
      rejected: time(sums.rejected),
    }),
    context,
  )
}
