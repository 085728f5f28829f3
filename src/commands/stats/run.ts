import type { z } from 'zod'
import { addDays, localDate, startOfDay } from '../../domain/time/local-date.ts'
import type { Reply } from '../../chat/reply.ts'
import type { Context, Run } from '../command.ts'
import { figuresOf, type Span, spanYearEarlier, sumsOf } from './figures.ts'
import type { statsGrammar } from './grammar.ts'
import { rowsBy } from './rows-by.ts'
import { sayComparison } from './say-comparison.ts'
import { sayFigures } from './say-figures.ts'

export type StatsArgs = z.infer<(typeof statsGrammar)['shape']>

/** Lines a room is told; the rest go to the asker. */
const mostLinesInRoom = 6

/**
 * Figures with numerator, denominator, period and basis; numbers only, no names. Only what was verified by the moment
 * of asking counts, or by the end of a day said with 截至: then everything is as it was on that day. The month so far
 * when no period is said; no period reaches beyond that day, since full-time people are counted by the days that were
 * there to serve.
 */
export const runStats: Run<StatsArgs> = async ({ period, by, until: day, compare }, context) => {
  const { texts, now, zone } = context
  if (!context.asker.person) return { text: texts.common.notRegistered }
  const today = localDate(now.getTime(), zone)
  const isPast = day !== undefined && day < today
  const last = isPast ? day : today
  const until = isPast ? new Date(startOfDay(addDays(day, 1), zone) - 1) : now
  const month = last.slice(0, 7)
  const { from, to, name } = period ?? {
    from: `${month}-01`,
    to: last,
    name: month === today.slice(0, 7) ? texts.stats.thisMonth : month,
  }
  if (from > last) return { text: texts.stats.notBegun({ period: name }) }
  const span: Span = { from, to: to < last ? to : last, until }
  const [figures, before] = await Promise.all([
    figuresOf(span, by, context),
    compare ? sumsOf(spanYearEarlier(span, zone), context) : undefined,
  ])
  const lines = [
    ...sayFigures(figures, { name, asOf: isPast }, context),
    ...(before ? sayComparison(figures, before, context) : []),
  ]
  return answer(lines, by ? await rowsBy(by, figures.groups, context) : [], context)
}

/** In a room the first lines are for everybody, and the whole for the asker alone when there is more. */
function answer(lines: readonly string[], rows: readonly string[], { place, texts }: Context): Reply {
  const whole = [...lines, ...rows].join('\n')
  if (place.kind === 'direct' || lines.length + rows.length <= mostLinesInRoom) return { text: whole }
  const shown = lines.slice(0, mostLinesInRoom).join('\n')
  const left = rows.length > 0 ? texts.stats.rowsPrivately : texts.stats.morePrivately
  return { text: `${shown}${left}`, private: whole }
}
